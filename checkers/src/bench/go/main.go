// Command bench judges recorded histories with Porcupine, and says how long the judging alone took.
//
//	bench -model cas-register -timeout 60s history.edn...
//
// It prints one line a history: the verdict, the seconds, the file.
package main

import (
	"flag"
	"fmt"
	"os"
	"time"

	"github.com/anishathalye/porcupine"
)

var verdicts = map[porcupine.CheckResult]string{
	porcupine.Ok:      "VALID",
	porcupine.Illegal: "INVALID",
	porcupine.Unknown: "UNKNOWN",
}

func main() {
	name := flag.String("model", "register", "what the histories are of")
	timeout := flag.Duration("timeout", time.Minute, "how long to try for each history")
	flag.Parse()
	m, found := models[*name]
	if !found {
		fail(fmt.Errorf("there is no model named %q", *name))
	}
	for _, file := range flag.Args() {
		records, err := read(file)
		if err != nil {
			fail(fmt.Errorf("%s: %w", file, err))
		}
		history := events(records, m)
		begin := time.Now()
		verdict := porcupine.CheckEventsTimeout(m.Model, history, *timeout)
		fmt.Printf("%s\t%.6f\t%s\n", verdicts[verdict], time.Since(begin).Seconds(), file)
	}
}

func fail(err error) {
	fmt.Fprintln(os.Stderr, err)
	os.Exit(64)
}
