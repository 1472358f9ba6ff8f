"""What a node can be asked for, in one place that is right as long as there is only one of it. With `counter` among the arguments of the
program, reads without a key are of a counter and not of a set."""
import sys


def error(code, text):
    return {"type": "error", "code": code, "text": text}


class Store:
    def __init__(self):
        self.ids = 0
        self.elements = []
        self.sum = 0
        self.values = {}
        self.lists = {}
        self.logs = {}
        self.committed = {}

    def answer(self, body):
        """The answer to a request."""
        return getattr(self, "on_" + body["type"])(body)

    def on_echo(self, body):
        return {"type": "echo_ok", "echo": body["echo"]}

    def on_generate(self, body):
        self.ids += 1
        return {"type": "generate_ok", "id": self.ids}

    def on_topology(self, body):
        return {"type": "topology_ok"}

    def on_broadcast(self, body):
        self.elements.append(body["message"])
        return {"type": "broadcast_ok"}

    def on_add(self, body):
        if "element" in body:
            self.elements.append(body["element"])
        else:
            self.sum += body["delta"]
        return {"type": "add_ok"}

    def on_read(self, body):
        if "key" not in body:
            value = self.sum if "counter" in sys.argv else list(self.elements)
            return {"type": "read_ok", "value": value, "messages": list(self.elements)}
        if body["key"] not in self.values:
            return error(20, "no such key")
        return {"type": "read_ok", "value": self.values[body["key"]]}

    def on_write(self, body):
        self.values[body["key"]] = body["value"]
        return {"type": "write_ok"}

    def on_cas(self, body):
        if body["key"] not in self.values:
            return error(20, "no such key")
        if self.values[body["key"]] != body["from"]:
            return error(22, "it has another value")
        self.values[body["key"]] = body["to"]
        return {"type": "cas_ok"}

    def on_txn(self, body):
        return {"type": "txn_ok", "txn": [self.access(*access) for access in body["txn"]]}

    def access(self, f, key, value):
        if f == "append":
            self.lists.setdefault(key, []).append(value)
        elif f == "w":
            self.values[key] = value
        elif key in self.lists:
            value = list(self.lists[key])
        else:
            value = self.values.get(key)
        return [f, key, value]

    def on_send(self, body):
        log = self.logs.setdefault(body["key"], [])
        log.append(body["msg"])
        return {"type": "send_ok", "offset": len(log) - 1}

    def on_poll(self, body):
        messages = {}
        for key, offset in body["offsets"].items():
            log = self.logs.get(key, [])
            messages[key] = [[i, log[i]] for i in range(offset, min(len(log), offset + 10))]
        return {"type": "poll_ok", "msgs": messages}

    def on_commit_offsets(self, body):
        for key, offset in body["offsets"].items():
            self.committed[key] = max(offset, self.committed.get(key, 0))
        return {"type": "commit_offsets_ok"}

    def on_list_committed_offsets(self, body):
        offsets = {key: self.committed[key] for key in body["keys"] if key in self.committed}
        return {"type": "list_committed_offsets_ok", "offsets": offsets}
