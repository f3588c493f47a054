import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, Info, Mutation, Resolver, Root } from 'type-graphql';
import { Allow } from '#platform/access/allow.ts';
import type { Context } from '#platform/core/context.ts';
import type { Catalog } from '#platform/module/catalog.ts';
import type { ResolverClass } from '#platform/module/module.ts';
import { definePayload } from '#platform/read/payload.ts';
import {
  CancelExportInput,
  ExportJob,
  type ExportRequest,
  RetryExportInput,
} from '#schema/exports/exports.type.ts';
import { startExportInput } from './exports.choices.ts';
import { exportJobEntity } from './exports.entity.ts';
import { cancelExport, retryExport, startExport } from './exports.service.ts';

const exportJob = { entity: exportJobEntity, description: 'The export as it is now.' };
const StartExportPayload = definePayload('StartExport', 'The export that `startExport` put on the queue.', {
  exportJob,
});
const CancelExportPayload = definePayload('CancelExport', 'The export that was stopped.', { exportJob });
const RetryExportPayload = definePayload('RetryExport', 'The export that is on the queue once more.', {
  exportJob,
});

@Resolver(() => ExportJob)
export class ExportJobResolver {
  @FieldResolver(() => Boolean, {
    description: "Whether it is the viewer's own: nobody else gets its file or stops it.",
  })
  isMine(@Root() row: { startedBy: string }, @Ctx() ctx: Context): boolean {
    return row.startedBy === ctx.viewer?.userId;
  }

  @Allow('export.run')
  @Mutation(() => CancelExportPayload, {
    description: "Stops an export of the viewer's own that is under way; no file is left of it.",
  })
  cancelExport(@Ctx() ctx: Context, @Arg('input', () => CancelExportInput) input: CancelExportInput) {
    return cancelExport(ctx, input);
  }

  @Allow('export.run')
  @Mutation(() => RetryExportPayload, {
    description:
      "Starts an export of the viewer's own again that broke off: the same rows, fields and purpose, written anew with what the viewer may see when it runs. Possible for seven days.",
  })
  retryExport(@Ctx() ctx: Context, @Arg('input', () => RetryExportInput) input: RetryExportInput) {
    return retryExport(ctx, input);
  }
}

/** `startExport` takes any list that some module has. */
export function startExportResolver(catalog: Catalog): ResolverClass {
  const inputType = startExportInput(catalog);
  @Resolver()
  class StartExportResolver {
    @Allow('export.run')
    @Mutation(() => StartExportPayload, {
      description:
        'Writes all rows of a list to a file, in the background and with what the viewer may see when it runs; ask `exportJob` for the progress, then `GET /exports/<id>` for the file. At most two of a person are under way.',
    })
    startExport(
      @Ctx() ctx: Context,
      @Info() info: GraphQLResolveInfo,
      @Arg('input', () => inputType) input: ExportRequest,
    ) {
      return startExport(ctx, info.schema, input);
    }
  }
  return StartExportResolver;
}
