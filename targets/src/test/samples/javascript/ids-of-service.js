// Right: every id is a number of the service that gives none twice.
require("./node").run({
  generate: (node, message) =>
    node.ask("lin-tso", { type: "ts" }, (answer) => node.reply(message, { type: "generate_ok", id: answer.ts })),
});
