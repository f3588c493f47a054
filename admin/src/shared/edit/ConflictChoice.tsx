import { Alert, AlertTitle, Box, Button } from '@mui/material';
import { useEffect, useState } from 'react';
import {
  FormDataConsumer,
  useEditContext,
  useResourceContext,
  useTranslate,
  useTranslateLabel,
} from 'react-admin';
import { codeLabel, type ScreenCodes, useLang } from '../codes/codes.ts';
import { dropDraft } from '../draft/drafts.ts';
import { useDraftName } from '../draft/useDraftName.ts';
import { type Clash, clashesOf } from './clashes.ts';

interface ConflictChoiceProps {
  onKeep: () => void;
  onTakeTheirs: () => void;
  codes?: Readonly<Record<string, ScreenCodes>>;
}

/**
 * Somebody else saved the same record first. The form takes their values wherever the user changed nothing; where both
 * changed a field, the user decides here.
 */
export function ConflictChoice({ codes = {}, onKeep, onTakeTheirs }: ConflictChoiceProps) {
  const translate = useTranslate();
  const { record, refetch } = useEditContext();
  const draft = useDraftName();
  const takeTheirs = () => {
    dropDraft(draft);
    onTakeTheirs();
  };
  // The record when the user's save was refused.
  const [before] = useState(record);
  useEffect(() => {
    void refetch();
  }, [refetch]);
  return (
    <Alert
      severity="warning"
      role="alert"
      sx={{ width: '100%', mb: 2, '& .MuiAlert-message': { flexGrow: 1 } }}
    >
      <AlertTitle>{translate('bangfu.conflict.heading')}</AlertTitle>
      {translate('bangfu.conflict.lead')}
      <FormDataConsumer>
        {({ formData }) => (
          <ClashTable clashes={clashesOf(before ?? {}, record ?? {}, formData)} codes={codes} />
        )}
      </FormDataConsumer>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 1 }}>
        <Button size="small" variant="outlined" color="inherit" onClick={onKeep}>
          {translate('bangfu.conflict.keepMine')}
        </Button>
        <Button size="small" variant="outlined" color="inherit" onClick={takeTheirs}>
          {translate('bangfu.conflict.takeTheirs')}
        </Button>
      </Box>
    </Alert>
  );
}

function ClashTable({ clashes, codes }: { clashes: Clash[]; codes: Readonly<Record<string, ScreenCodes>> }) {
  const translate = useTranslate();
  const translateLabel = useTranslateLabel();
  const resource = useResourceContext();
  const lang = useLang();
  if (clashes.length === 0) return null;
  const show = (source: string, value: unknown) => {
    if (value === null || value === undefined || value === '') return '—';
    const list = codes[source];
    return list ? codeLabel(list, String(value), lang) : String(value);
  };
  const cell = {
    textAlign: 'left',
    verticalAlign: 'top',
    py: 0.25,
    pr: 2,
    overflowWrap: 'anywhere',
  } as const;
  return (
    <Box component="table" sx={{ mt: 1, width: '100%', borderSpacing: 0, '& th, & td': cell }}>
      <thead>
        <tr>
          <th scope="col">{translate('bangfu.conflict.field')}</th>
          <th scope="col">{translate('bangfu.conflict.theirs')}</th>
          <th scope="col">{translate('bangfu.conflict.mine')}</th>
        </tr>
      </thead>
      <tbody>
        {clashes.map(({ source, theirs, mine }) => (
          <tr key={source}>
            <th scope="row">{translateLabel({ source, resource })}</th>
            <td>{show(source, theirs)}</td>
            <td>{show(source, mine)}</td>
          </tr>
        ))}
      </tbody>
    </Box>
  );
}
