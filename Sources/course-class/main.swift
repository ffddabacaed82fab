internal import ClassCommands
internal import Content

runForClass(with: { registry })
