internal import Commands
internal import Content

runAsCourse(with: { registry }, figures: figures)
