String log = new File(basedir, 'build.log').getText('UTF-8')
assert log =~ /whole.edn: VALID. The history is linearizable./
assert log =~ /wrong.edn: INVALID. It violates linearizable./
assert log =~ /cut.edn, line 4, column \d+: .*The history cannot be read. Check that the file is complete/
assert log.contains('There is no property named "fairness", so the history cannot be judged.')
assert log =~ /skew.edn: VALID. The history is one that keeps snapshot-isolation./
assert log =~ /skew.edn: INVALID. It violates strict-serializable. G2-item/
assert new File(basedir, 'target/skew.html').getText('UTF-8').contains('G2-item')
assert log =~ /whole.edn: VALID. The history is sequential./
assert !(log =~ /(?m)^\s+at /)
