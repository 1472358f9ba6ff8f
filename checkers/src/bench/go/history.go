package main

import (
	"bufio"
	"io"
	"os"
	"strings"

	"github.com/anishathalye/porcupine"
)

// call is the argument of an operation.
type call struct {
	f     string
	key   any
	value any
}

// answer is the result of an operation; unknown when it never returned.
type answer struct {
	unknown bool
	failed  bool
	value   any
}

// record is an event as a file has it.
type record struct {
	process any
	kind    keyword
	f       string
	key     any
	value   any
	error   any
}

const logger = "jepsen.util - "

// read reads a history in Jepsen's EDN, in Porcupine's key-value form, or in the lines of Jepsen's older log.
func read(file string) ([]record, error) {
	in, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer in.Close()
	buffered := bufio.NewReaderSize(in, 1<<20)
	first, _ := buffered.Peek(4096)
	if strings.Contains(string(first), logger) {
		return readLog(buffered)
	}
	return readMaps(&parser{buffered})
}

func readMaps(p *parser) ([]record, error) {
	var records []record
	for {
		value, err := p.value()
		if err == io.EOF {
			return records, nil
		}
		if err != nil {
			return nil, err
		}
		fields := value.(map[keyword]any)
		f, _ := fields["f"].(keyword)
		kind, _ := fields["type"].(keyword)
		records = append(records, record{fields["process"], kind, string(f), fields["key"], fields["value"], fields["error"]})
	}
}

func readLog(in *bufio.Reader) ([]record, error) {
	var records []record
	lines := bufio.NewScanner(in)
	for lines.Scan() {
		_, event, found := strings.Cut(lines.Text(), logger)
		if !found {
			continue
		}
		p := &parser{bufio.NewReader(strings.NewReader(event))}
		var fields [5]any
		for i := range fields {
			value, err := p.value()
			if err == io.EOF {
				break
			}
			if err != nil {
				return nil, err
			}
			fields[i] = value
		}
		records = append(records, record{fields[0], fields[1].(keyword), string(fields[2].(keyword)), nil, fields[3], fields[4]})
	}
	return records, lines.Err()
}

// events pairs invocations with completions. What certainly had no effect is left out, unless it is a comparison that did
// not match; a read that nobody saw is left out; whatever else never returned is open until the end.
func events(records []record, m *model) []porcupine.Event {
	var all []porcupine.Event
	open := map[any]int{}
	dropped := map[int]bool{}
	reads := map[int]bool{}
	next := 0
	for _, r := range records {
		if r.kind == "invoke" {
			all = append(all, porcupine.Event{Kind: porcupine.CallEvent, Value: m.call(r), Id: next})
			open[r.process] = next
			reads[next] = m.readOnly(r.f)
			next++
			continue
		}
		id, found := open[r.process]
		if !found || r.kind == "info" {
			continue
		}
		delete(open, r.process)
		if r.kind == "fail" && (r.f != "cas" || (r.error != nil && r.error != keyword("did-not-succeed") && r.error != keyword("precondition-failed"))) {
			dropped[id] = true
			continue
		}
		all = append(all, porcupine.Event{Kind: porcupine.ReturnEvent, Value: m.answer(r), Id: id})
	}
	return closed(all, open, dropped, reads, next)
}

func closed(all []porcupine.Event, open map[any]int, dropped, reads map[int]bool, next int) []porcupine.Event {
	returned := make([]bool, next)
	for _, e := range all {
		if e.Kind == porcupine.ReturnEvent {
			returned[e.Id] = true
		}
	}
	for id := 0; id < next; id++ {
		if !returned[id] && reads[id] {
			dropped[id] = true
		}
	}
	kept := all[:0]
	for _, e := range all {
		if !dropped[e.Id] {
			kept = append(kept, e)
		}
	}
	for id := 0; id < next; id++ {
		if !returned[id] && !dropped[id] {
			kept = append(kept, porcupine.Event{Kind: porcupine.ReturnEvent, Value: answer{unknown: true}, Id: id})
		}
	}
	return kept
}
