import Classes
import Testing

@Suite("Results")
struct ResultTests {}
