import type { Reporter, TestModule } from 'vitest/node';

/** Ends the run with one line that people and scripts can read alike. */
export default class TotalsReporter implements Reporter {
  onTestRunEnd(modules: ReadonlyArray<TestModule>, unhandled: ReadonlyArray<unknown>): void {
    let passed = 0;
    let failed = unhandled.length;
    for (const module of modules) {
      for (const test of module.children.allTests()) {
        const state = test.result().state;
        if (state === 'passed') passed += 1;
        if (state === 'failed') failed += 1;
      }
      // A file or a suite that cannot even be loaded holds no test that could fail.
      if (module.errors().length > 0) failed += 1;
    }
    // Printed when the default reporter has written its summary.
    process.once('exit', () => process.stdout.write(`${passed} passed, ${failed} failed\n`));
  }
}
