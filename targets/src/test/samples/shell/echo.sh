#!/bin/sh
# Echo, in a language that knows no JSON.
field() {
  printf '%s\n' "$line" | sed -E "s/.*\"$1\":\"?([^\",}]*).*/\1/"
}

while read -r line; do
  case $(field type) in
    init) id=$(field node_id); answer='"type":"init_ok"' ;;
    echo) answer="\"type\":\"echo_ok\",\"echo\":\"$(field echo)\"" ;;
  esac
  printf '{"src":"%s","dest":"%s","body":{%s,"in_reply_to":%s}}\n' "$id" "$(field src)" "$answer" "$(field msg_id)"
done
