// Wrong: every node counts for itself.
let last = 0;
require("./node").run({
  generate: (node, message) => node.reply(message, { type: "generate_ok", id: ++last }),
});
