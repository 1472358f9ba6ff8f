"""Right for every workload, until the first node restarts: it keeps everything, and the others pass on what they are asked. A
request that comes twice counts once."""
from node import Node
from store import Store

node = Node()
store = Store()
answered = {}


def handle(message):
    body = message["body"]
    leader = node.ids[0]
    if body["type"] == "forwarded":
        node.send(message["src"], {"type": "decided", "request": body["request"], "answer": decide(body["request"])})
    elif body["type"] == "decided":
        node.reply(body["request"], body["answer"])
    elif node.id == leader or body["type"] == "topology":
        node.reply(message, decide(message))
    else:
        node.send(leader, {"type": "forwarded", "request": message})


def decide(request):
    key = (request["src"], request["body"]["msg_id"])
    if key not in answered:
        answered[key] = store.answer(request["body"])
    return answered[key]


node.run(handle)
