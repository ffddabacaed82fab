internal import WebCommands

runAsWeb()
