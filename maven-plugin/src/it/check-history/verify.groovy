String log = new File(basedir, 'build.log').getText('UTF-8')
assert log =~ /whole.edn: VALID. The history is linearizable./
assert log =~ /wrong.edn: INVALID. It violates linearizable./
assert log =~ /cut.edn, line 4, column \d+: .*The history cannot be read. Check that the file is complete/
assert log.contains('There is no property named "fairness", so the history cannot be judged.')
assert !(log =~ /(?m)^\s+at /)
