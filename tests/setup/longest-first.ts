import path from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** A minute each or more, and by turns those that wait and those that work, so that no processor is idle meanwhile. */
const longest = [
  'tests/faults/kills.test.ts',
  'tests/api/surface/fuzz.test.ts',
  'tests/faults/background.test.ts',
  'tests/invariants/reads/two-paths.test.ts',
  'tests/cli/start-refused.test.ts',
  'tests/invariants/scope/reads.test.ts',
  'tests/cli/start.test.ts',
  'tests/cli/demo.test.ts',
  'tests/faults/cut-off.test.ts',
  'tests/api/surface/injection.test.ts',
  'tests/faults/outage.test.ts',
  'tests/faults/no-postgres.test.ts',
];

/**
 * Begins what takes longest, so that the workers end together; without a former run its time is not known otherwise. Files
 * of one project stay together: a worker whose next file belongs to another project is ended, and the one that comes loads
 * the whole server anew.
 */
export default class LongestFirst extends BaseSequencer {
  override async sort(specifications: TestSpecification[]): Promise<TestSpecification[]> {
    const others = await super.sort(specifications);
    const projects = this.ctx.projects;
    const rank = ({ moduleId, project }: TestSpecification) => {
      const place = longest.indexOf(path.relative(project.vitest.config.root, moduleId));
      return place < 0 ? longest.length : place;
    };
    const group = ({ project }: TestSpecification) => project.config.sequence.groupOrder;
    const place = ({ project }: TestSpecification) => projects.indexOf(project);
    return others.sort(
      (one, other) => group(one) - group(other) || place(one) - place(other) || rank(one) - rank(other),
    );
  }
}
