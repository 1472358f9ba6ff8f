// Reads and writes the messages of one node.
const readline = require("readline");

exports.run = (handlers) => {
  const node = { id: null, ids: [], waiting: new Map(), last: 0 };
  node.send = (dest, body) => console.log(JSON.stringify({ src: node.id, dest, body }));
  node.reply = (request, body) => node.send(request.src, { ...body, in_reply_to: request.body.msg_id });
  // Resolves to the body of the answer; never, when there is none.
  node.ask = (dest, body) =>
    new Promise((resolve) => {
      node.waiting.set(++node.last, resolve);
      node.send(dest, { ...body, msg_id: node.last });
    });
  readline.createInterface({ input: process.stdin }).on("line", (line) => {
    const message = JSON.parse(line);
    const { type, in_reply_to } = message.body;
    if (type === "init") {
      node.id = message.body.node_id;
      node.ids = message.body.node_ids;
      node.reply(message, { type: "init_ok" });
    } else if (node.waiting.has(in_reply_to)) {
      node.waiting.get(in_reply_to)(message.body);
      node.waiting.delete(in_reply_to);
    } else if (handlers[type]) {
      handlers[type](node, message);
    }
  });
};
