// Unique ids. `counter` is wrong: all nodes count alike. `name` is right until a node restarts and counts anew. `service` is right.
const ways = {
  counter: async (node, count) => count,
  name: async (node, count) => `${node.id}-${count}`,
  service: async (node) => (await node.ask("lin-tso", { type: "ts" })).ts,
};
const way = ways[process.argv[2]];
let count = 0;

require("./node").run({
  generate: async (node, message) => node.reply(message, { type: "generate_ok", id: await way(node, ++count) }),
});
