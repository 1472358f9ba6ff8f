// A counter under one key of seq-kv. `cas` is right: it adds to what is there, or tries again. `write` is wrong: what others add
// between its read and its write is lost.
const careful = process.argv[2] === "cas";

// Whoever has just written something sees the newest state, and not an old one as seq-kv may show.
const current = async (node) => {
  await node.ask("seq-kv", { type: "write", key: `${node.id} was here`, value: node.last });
  const answer = await node.ask("seq-kv", { type: "read", key: "sum" });
  return answer.type === "read_ok" ? answer.value : 0;
};

const add = async (node, delta) => {
  const from = await current(node);
  const to = from + delta;
  if (!careful) {
    await node.ask("seq-kv", { type: "write", key: "sum", value: to });
    return;
  }
  const answer = await node.ask("seq-kv", { type: "cas", key: "sum", from, to, create_if_not_exists: true });
  if (answer.type !== "cas_ok") {
    await add(node, delta);
  }
};

require("./node").run({
  add: async (node, message) => {
    await add(node, message.body.delta);
    node.reply(message, { type: "add_ok" });
  },
  read: async (node, message) => node.reply(message, { type: "read_ok", value: await current(node) }),
});
