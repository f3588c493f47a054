import { Box, Button, LinearProgress, type SxProps, Typography } from '@mui/material';
import { useRecordContext, useTranslate } from 'react-admin';
import { type ErrorCode, errorTexts } from '#schema/codes/errors/error-codes.ts';
import { ExportStatus } from '#schema/codes/export.codes.ts';
import { useCodeLabel, useLang } from '../../shared/codes/codes.ts';
import { FieldText } from '../../shared/display/FieldText.tsx';
import { StatusChip } from '../../shared/display/StatusChip.tsx';
import { DivisionOfCode } from '../../shared/division/DivisionOfCode.tsx';
import { VerbButton } from '../../shared/verb/VerbButton.tsx';
import { cancelExport, retryExport } from './exports.graphql.ts';
import { canRetry, EXPORT_TONES, exportUrl, isUnderWay, type Job, sizeText } from './job.ts';

export function TypeField({ sx }: { sx?: SxProps }) {
  const translate = useTranslate();
  const job = useRecordContext<Job>();
  return job ? (
    <FieldText sx={sx}>{translate(`resources.exports.types.${job.type}`, { _: job.type })}</FieldText>
  ) : null;
}

export function AreaField() {
  const translate = useTranslate();
  const job = useRecordContext<Job>();
  if (job?.divisionCode) return <DivisionOfCode />;
  return <FieldText>{translate('resources.exports.everywhere')}</FieldText>;
}

/** The progress of a job, and why it failed. */
export function StatusField() {
  const job = useRecordContext<Job>();
  const label = useCodeLabel(ExportStatus);
  const lang = useLang();
  if (!job) return null;
  const failure = job.failure === null ? undefined : errorTexts[job.failure as ErrorCode]?.[lang];
  return (
    <>
      <StatusChip tone={EXPORT_TONES[job.status] ?? 'neutral'} label={label(job.status)} />
      {failure && (
        <Typography variant="caption" component="div">
          {failure}
        </Typography>
      )}
    </>
  );
}

export function ProgressField() {
  const translate = useTranslate();
  const job = useRecordContext<Job>();
  if (!job) return null;
  const { done, total, status } = job;
  if (total === null)
    return <FieldText>{status === 'QUEUED' ? translate('resources.exports.waiting') : '—'}</FieldText>;
  const [doneText, totalText] = [done.toLocaleString('en-US'), total.toLocaleString('en-US')];
  if (status === 'DONE' || status === 'EXPIRED')
    return <FieldText noWrap>{translate('resources.exports.rowsDone', { total: totalText })}</FieldText>;
  const text = translate('resources.exports.rows', { done: doneText, total: totalText });
  return (
    <Box sx={{ minWidth: 120 }}>
      {isUnderWay(job) && (
        <LinearProgress
          variant="determinate"
          aria-label={text}
          value={total > 0 ? Math.round((done / total) * 100) : 100}
        />
      )}
      <FieldText noWrap>{text}</FieldText>
    </Box>
  );
}

export function SizeField() {
  const job = useRecordContext<Job>();
  return job ? <FieldText noWrap>{sizeText(job.byteSize)}</FieldText> : null;
}

/** Download while the file exists, cancel while it is written, or retry; only for one's own jobs. */
export function JobVerbs() {
  const translate = useTranslate();
  const job = useRecordContext<Job>();
  if (!job) return null;
  if (!job.isMine)
    return job.status === 'DONE' ? <FieldText>{translate('resources.exports.ofOther')}</FieldText> : null;
  if (job.status === 'DONE')
    return (
      <Button component="a" href={exportUrl(job)} download size="small" variant="contained">
        {translate('resources.exports.download')}
      </Button>
    );
  const subject = translate(`resources.exports.types.${job.type}`, { _: job.type });
  if (canRetry(job, Date.now()))
    return (
      <VerbButton
        label="resources.exports.retry"
        title="resources.exports.retryTitle"
        operation={`retryExport ${job.id}`}
        send={retryExport}
        given={{ exportId: job.id }}
        fields={{}}
        success="resources.exports.retried"
        subject={subject}
        lead="resources.exports.retryLead"
      />
    );
  if (!isUnderWay(job)) return null;
  return (
    <VerbButton
      label="resources.exports.cancel"
      title="resources.exports.cancelTitle"
      operation={`cancelExport ${job.id}`}
      send={cancelExport}
      given={{ exportId: job.id }}
      fields={{}}
      success="resources.exports.cancelled"
      subject={subject}
      lead="resources.exports.cancelLead"
    />
  );
}
