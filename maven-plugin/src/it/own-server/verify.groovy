// A server that knows nothing of the kit, in processes of its own: what it loses when its primary dies is found.
String log = new File(basedir, 'build.log').getText('UTF-8')
assert log =~ /HELD +sample\/store +while nothing happens/
String message = log.split('Not every claim came out as claimed', 2)[1]
assert message.contains('VIOLATED  sample/store: what was written survives when the primary dies')
assert message.contains('property  linearizable')
assert !(log =~ /(?m)^\s+at /)

File run = new File(basedir, 'target/chaos/sample.StoreSpec/whenThePrimaryDies').listFiles().find { it.name.startsWith('processes-') }
assert new File(run, 'history.edn').text.contains(':restart')
assert new File(run, 'nodes/n2.log').text.contains('I am the primary now.')
assert new File(basedir, 'target/chaos/report/index.html').exists()
