import '#schema/metadata-stub.ts';
import { dispatch } from '#server/cli/dispatch.ts';
import { processIo } from '#server/cli/io.ts';

process.umask(0o077);
process.exitCode = await dispatch(process.argv.slice(2), process.env, processIo());
