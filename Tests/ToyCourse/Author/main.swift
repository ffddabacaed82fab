internal import AuthorCommands
internal import ToyChecks

runAsAuthor(with: { toyRegistry })
