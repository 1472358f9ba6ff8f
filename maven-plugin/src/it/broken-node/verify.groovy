// The message of the failed build says everything, and the command in it fails at the same step.
String message = new File(basedir, 'build.log').getText('UTF-8').split('Not every claim came out as claimed', 2)[1]
assert message.contains('VIOLATED  sample/turnstile: no two clients are inside at once')
assert message.contains('claim     sample.TurnstileSpec#oneAtATime')
assert message.contains('property  mutual-exclusion')
assert message =~ /seed      \d+/
assert message =~ /shrunk from \d+ to 2 faults and sessions/
assert message.contains(new File(basedir, 'target/chaos/report/index.html').path)
String step = (message =~ /, step (\d+)/)[0][1]
def replay = (message =~ /replay    mvn chaos:replay '(-Dchaos.claim=[^']+)' (-Dchaos.seed=\d+) '(-Dchaos.keep=[^']+)'/)[0]

File maven = new File(System.getProperty('maven.home'), 'bin/mvn')
Process again = [
    maven.path, '-B', '-s', new File(basedir, '../interpolated-settings.xml').path,
    "-Dmaven.repo.local=$localRepositoryPath".toString(),
    'chaos:replay', replay[1], replay[2], replay[3]
].execute(null, basedir)
String output = again.inputStream.text
assert again.waitFor() == 1 : output
assert output.contains("step      $step") : output
assert output.contains('violated') : output
assert !(output =~ /(?m)^\s+at /) : output
