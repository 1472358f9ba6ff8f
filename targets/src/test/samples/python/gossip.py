"""Broadcast. With 'retry' a node tells each other node again what that has not acknowledged; without, it tells everything once."""
import sys
import threading
import time

from node import Node

retry = "retry" in sys.argv
node = Node()
lock = threading.Lock()
seen = set()
unknown = {}


def tell(peer, elements):
    if elements:
        node.send(peer, {"type": "gossip", "elements": sorted(elements)})


def learn(elements):
    fresh = set(elements) - seen
    seen.update(fresh)
    for peer in node.ids:
        if peer != node.id:
            unknown.setdefault(peer, set()).update(fresh)
            tell(peer, fresh)


def handle(message):
    body = message["body"]
    with lock:
        if body["type"] == "broadcast":
            learn([body["message"]])
            node.reply(message, {"type": "broadcast_ok"})
        elif body["type"] == "read":
            node.reply(message, {"type": "read_ok", "messages": sorted(seen)})
        elif body["type"] == "gossip":
            learn(body["elements"])
            node.send(message["src"], {"type": "heard", "elements": body["elements"]})
        elif body["type"] == "heard":
            unknown.get(message["src"], set()).difference_update(body["elements"])
        else:
            node.reply(message, {"type": "topology_ok"})


def repeat():
    while True:
        time.sleep(0.2)
        with lock:
            for peer, elements in unknown.items():
                tell(peer, elements)


if retry:
    threading.Thread(target=repeat, daemon=True).start()
node.run(handle)
