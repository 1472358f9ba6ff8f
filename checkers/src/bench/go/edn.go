package main

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// keyword is an EDN keyword without its colon.
type keyword string

// parser reads the EDN that recorded histories are made of: maps, vectors, lists, keywords, strings, integers, nil and booleans.
type parser struct {
	in *bufio.Reader
}

func (p *parser) peek() (byte, error) {
	for {
		b, err := p.in.ReadByte()
		if err != nil {
			return 0, err
		}
		if b == ' ' || b == '\n' || b == '\t' || b == '\r' || b == ',' {
			continue
		}
		return b, p.in.UnreadByte()
	}
}

// value reads the next value; io.EOF when there is none.
func (p *parser) value() (any, error) {
	b, err := p.peek()
	if err != nil {
		return nil, err
	}
	switch b {
	case '{':
		return p.mapping()
	case '[', '(':
		return p.sequence()
	case '"':
		return p.text()
	default:
		return p.atom()
	}
}

func (p *parser) sequence() ([]any, error) {
	p.in.ReadByte()
	items := []any{}
	for {
		b, err := p.peek()
		if err != nil {
			return nil, io.ErrUnexpectedEOF
		}
		if b == ']' || b == ')' || b == '}' {
			p.in.ReadByte()
			return items, nil
		}
		item, err := p.value()
		if err != nil {
			return nil, err
		}
		items = append(items, item)
	}
}

func (p *parser) mapping() (map[keyword]any, error) {
	items, err := p.sequence()
	if err != nil {
		return nil, err
	}
	fields := make(map[keyword]any, len(items)/2)
	for i := 0; i+1 < len(items); i += 2 {
		if name, ok := items[i].(keyword); ok {
			fields[name] = items[i+1]
		}
	}
	return fields, nil
}

func (p *parser) text() (string, error) {
	p.in.ReadByte()
	var text strings.Builder
	for {
		b, err := p.in.ReadByte()
		if err != nil {
			return "", io.ErrUnexpectedEOF
		}
		if b == '"' {
			return text.String(), nil
		}
		if b == '\\' {
			if b, err = p.in.ReadByte(); err != nil {
				return "", io.ErrUnexpectedEOF
			}
		}
		text.WriteByte(b)
	}
}

func (p *parser) atom() (any, error) {
	var atom strings.Builder
	for {
		b, err := p.in.ReadByte()
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, err
		}
		if strings.IndexByte(" \n\t\r,]})", b) >= 0 {
			p.in.UnreadByte()
			break
		}
		atom.WriteByte(b)
	}
	return named(atom.String())
}

func named(atom string) (any, error) {
	switch {
	case atom == "nil":
		return nil, nil
	case atom == "true", atom == "false":
		return atom == "true", nil
	case strings.HasPrefix(atom, ":"):
		return keyword(atom[1:]), nil
	}
	number, err := strconv.ParseInt(atom, 10, 64)
	if err != nil {
		return nil, fmt.Errorf("%q is neither a number nor a keyword", atom)
	}
	return number, nil
}
