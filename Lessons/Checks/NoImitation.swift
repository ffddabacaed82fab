/// Thrown where a mistake has no answer to imitate, because the program stops.
struct NoImitation: Error {}
