"""Reads and writes the messages of one node."""
import json
import sys


class Node:
    def __init__(self):
        self.id = None
        self.ids = []

    def send(self, dest, body):
        print(json.dumps({"src": self.id, "dest": dest, "body": body}), flush=True)

    def reply(self, request, body):
        self.send(request["src"], {**body, "in_reply_to": request["body"]["msg_id"]})

    def run(self, handle):
        """Hands every message to the function, once the node has its name."""
        for line in sys.stdin:
            message = json.loads(line)
            body = message["body"]
            if body["type"] == "init":
                self.id, self.ids = body["node_id"], body["node_ids"]
                self.reply(message, {"type": "init_ok"})
            else:
                handle(message)
