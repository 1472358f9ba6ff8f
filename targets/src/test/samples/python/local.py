"""Wrong: every node answers from what it knows itself."""
from node import Node
from store import Store

node = Node()
store = Store()
node.run(lambda message: node.reply(message, store.answer(message["body"])))
