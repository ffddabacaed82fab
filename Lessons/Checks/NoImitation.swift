/// Where a mistake gives no answer, because the program stops.
struct NoImitation: Error {}
