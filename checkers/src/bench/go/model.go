package main

import "github.com/anishathalye/porcupine"

// model is a sequential specification in Porcupine's terms, and how the events of a file become its calls and answers.
type model struct {
	porcupine.Model
	call     func(record) call
	answer   func(record) answer
	readOnly func(f string) bool
}

func plain(r record) call         { return call{f: r.f, value: r.value} }
func plainAnswer(r record) answer { return answer{failed: r.kind == "fail", value: r.value} }

// pairs are values [key value].
func pair(r record) (any, any) {
	if items, ok := r.value.([]any); ok && len(items) == 2 {
		return items[0], items[1]
	}
	return r.value, nil
}

func keyed(r record) call {
	key, value := pair(r)
	return call{r.f, key, value}
}

func keyedAnswer(r record) answer {
	_, value := pair(r)
	return answer{failed: r.kind == "fail", value: value}
}

func byKey(history []porcupine.Event) [][]porcupine.Event {
	parts := map[any][]porcupine.Event{}
	keys := map[int]any{}
	for _, e := range history {
		if e.Kind == porcupine.CallEvent {
			keys[e.Id] = e.Value.(call).key
		}
		key := keys[e.Id]
		parts[key] = append(parts[key], e)
	}
	all := make([][]porcupine.Event, 0, len(parts))
	for _, part := range parts {
		all = append(all, part)
	}
	return all
}

// register: read, write, cas.
func stepRegister(state, input, output any) (bool, any) {
	c, a := input.(call), output.(answer)
	switch c.f {
	case "read":
		return a.unknown || a.value == state, state
	case "write":
		return true, c.value
	default:
		swap := c.value.([]any)
		matches := state == swap[0]
		switch {
		case a.failed:
			return !matches, state
		case matches:
			return true, swap[1]
		default:
			return a.unknown, state
		}
	}
}

func stepString(state, input, output any) (bool, any) {
	c, a := input.(call), output.(answer)
	switch c.f {
	case "get":
		return a.unknown || a.value == state, state
	case "put":
		return true, c.value
	default:
		return true, state.(string) + c.value.(string)
	}
}

// set, one element: whether it is there.
func stepElement(state, input, output any) (bool, any) {
	c, a := input.(call), output.(answer)
	switch c.f {
	case "add":
		return true, true
	case "remove":
		return a.unknown || a.value == state, false
	default:
		return a.unknown || a.value == state, state
	}
}

// queue is a persistent list of values, oldest first.
func stepQueue(state, input, output any) (bool, any) {
	c, a := input.(call), output.(answer)
	queue := state.([]any)
	if c.f == "enqueue" {
		return true, append(queue[:len(queue):len(queue)], c.value)
	}
	if len(queue) == 0 {
		return a.unknown || a.value == nil, state
	}
	return a.unknown || a.value == queue[0], queue[1:]
}

func sameQueue(a, b any) bool {
	left, right := a.([]any), b.([]any)
	if len(left) != len(right) {
		return false
	}
	for i := range left {
		if left[i] != right[i] {
			return false
		}
	}
	return true
}

func initially(state any) func() any { return func() any { return state } }

func is(name string) func(string) bool { return func(f string) bool { return f == name } }

var models = map[string]*model{
	"register":     {porcupine.Model{Init: initially(nil), Step: stepRegister}, plain, plainAnswer, is("read")},
	"cas-register": {porcupine.Model{Init: initially(nil), Step: stepRegister}, plain, plainAnswer, is("read")},
	"kv":           {porcupine.Model{PartitionEvent: byKey, Init: initially(nil), Step: stepRegister}, keyed, keyedAnswer, is("read")},
	"kv-string": {porcupine.Model{PartitionEvent: byKey, Init: initially(""), Step: stepString},
		func(r record) call { return call{r.f, r.key, r.value} }, plainAnswer, is("get")},
	"set": {porcupine.Model{PartitionEvent: byKey, Init: initially(false), Step: stepElement},
		func(r record) call { return call{f: r.f, key: r.value} }, keyedAnswer, is("contains")},
	"fifo-queue": {porcupine.Model{Init: initially([]any{}), Step: stepQueue, Equal: sameQueue}, plain, plainAnswer, is("none")},
}
