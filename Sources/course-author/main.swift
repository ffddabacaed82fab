internal import AuthorCommands
internal import Content

runAsAuthor(with: { registry }, figures: figures)
