// Transactions on a database that is one value of lin-kv. `cas` is right: it replaces the database that it has read, and no other.
// `write` is wrong: what others did between its read and its write is lost.
const careful = process.argv[2] === "cas";
const key = "database";

const apply = (database, [f, k, v]) => {
  if (f === "append") {
    database[k] = [...(database[k] ?? []), v];
  } else if (f === "w") {
    database[k] = v;
  } else {
    return [f, k, database[k] ?? null];
  }
  return [f, k, v];
};

const conflict = { type: "error", code: 30, text: "somebody else was faster" };

const run = async (node, accesses) => {
  const read = await node.ask("lin-kv", { type: "read", key });
  const from = read.type === "read_ok" ? read.value : {};
  const to = { ...from };
  const txn = accesses.map((access) => apply(to, access));
  const write = careful
    ? { type: "cas", key, from, to, create_if_not_exists: true }
    : { type: "write", key, value: to };
  const written = await node.ask("lin-kv", write);
  return written.type === "error" ? conflict : { type: "txn_ok", txn };
};

require("./node").run({
  txn: async (node, message) => node.reply(message, await run(node, message.body.txn)),
});
