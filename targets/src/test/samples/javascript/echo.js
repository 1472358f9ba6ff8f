// With `late` a node answers what it was told the time before, which is wrong.
const late = process.argv[2] === "late";
let before = "nothing yet";

require("./node").run({
  echo: (node, message) => {
    const { echo } = message.body;
    node.reply(message, { type: "echo_ok", echo: late ? before : echo });
    before = echo;
  },
});
