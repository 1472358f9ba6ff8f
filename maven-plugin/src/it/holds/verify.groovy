String log = new File(basedir, 'build.log').getText('UTF-8')
assert log.contains('HELD       sample/turnstile  no two clients are inside at once')
assert log.contains('1 claim, 0 seeded bugs: 1 held.')
assert new File(basedir, 'target/chaos/report/index.html').isFile()
