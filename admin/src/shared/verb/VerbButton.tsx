import {
  Alert,
  Button,
  type ButtonProps,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  IconButton,
  Tooltip,
  Typography,
} from '@mui/material';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useId, useRef, useState } from 'react';
import { Form, SaveButton, useNotify, useRecordContext, useTranslate } from 'react-admin';
import { errorBody } from '../../api/errors.ts';
import { mutationId, settleMutation } from '../../api/mutation-id.ts';
import { isSessionEnd } from '../../api/session-end.ts';
import { Draft, type DraftHandle } from '../draft/Draft.tsx';
import { LeaveDialog } from '../draft/LeaveDialog.tsx';
import { type FormFields, type FormInputs, inputOf, inputsOf, type Values } from '../form/form-fields.ts';
import { type ResultView, showResult } from './results.ts';
import { EnrolLink, fieldFaults, StepUpInput, showCode, wantsCode, withoutCode } from './StepUp.tsx';

/** Fields that every verb adds to its input. */
export type AddedByVerb = 'clientMutationId';

export interface VerbButtonProps<Input, Given extends keyof Input, Result> {
  label: string;
  title?: string;
  /** Label of the button that sends it, where it differs from the verb's name. */
  submitLabel?: string;
  icon?: ReactNode;
  /**
   * Identifies the operation and its target, so that a repeat after a lost answer is recognised and a draft returns to
   * its own form.
   */
  operation: string;
  /** Version of the target, where that is not the page's record: a draft tells whether it has changed since. */
  version?: number;
  send: (input: Input) => Promise<Result>;
  /** Fields of the input that the page knows; the user enters the others. */
  given: Pick<Input, Given>;
  fields: FormFields<Input, Given | AddedByVerb>;
  /** For inputs that do not simply stand one below the other. */
  layout?: (inputs: FormInputs<Input, Given | AddedByVerb>) => ReactNode;
  defaultValues?: Values;
  success?: string;
  /** A verb with a result for each item may show it itself (and return false to keep the dialog open). */
  onDone?: (result: Result) => boolean | undefined;
  /** The result to show, instead of a passing notification; undefined where there is nothing to read. */
  result?: (result: Result) => ResultView | undefined;
  disabled?: boolean;
  variant?: ButtonProps['variant'];
  color?: ButtonProps['color'];
  /** For narrow table rows: only the icon, with the label as its accessible name. */
  compact?: boolean;
  /** The name of the target. */
  subject?: string;
  /** Message key of what will happen. */
  lead?: string;
  /** Shown above the inputs. */
  children?: ReactNode;
}

interface Refusal {
  code: string | undefined;
  message: string;
  /** Faults that are shown at their fields as well: in a long form a field may be scrolled away. */
  details: string[];
}

interface VerbDialogProps<Input, Given extends keyof Input, Result>
  extends VerbButtonProps<Input, Given, Result> {
  onClose: () => void;
}

// A long form scrolls between title and buttons, which stay visible.
const sx = {
  '& .MuiDialog-paper > form': { display: 'flex', flexDirection: 'column', minHeight: 0 },
};

// What the user typed stays when the record is loaded again.
const keepTyped = { keepDirtyValues: true };

function About({ subject, lead }: { subject?: string; lead?: string }) {
  const translate = useTranslate();
  return (
    <>
      {subject && (
        <Typography sx={{ fontWeight: 600, mb: 1, overflowWrap: 'anywhere' }}>{subject}</Typography>
      )}
      {lead && <Typography>{translate(lead)}</Typography>}
    </>
  );
}

function VerbDialog<Input, Given extends keyof Input, Result>({
  onClose,
  ...verb
}: VerbDialogProps<Input, Given, Result>) {
  const translate = useTranslate();
  const notify = useNotify();
  const queryClient = useQueryClient();
  const [refusal, setRefusal] = useState<Refusal>();
  const [needsCode, setNeedsCode] = useState(false);
  const titleId = useId();
  const inputs = inputsOf(verb.fields);
  const version: unknown = useRecordContext()?.version;
  const draft = useRef<DraftHandle>(null);
  const [isLeaving, setLeaving] = useState(false);
  const leave = () => (draft.current?.isOpen() ? setLeaving(true) : onClose());
  const discard = () => {
    draft.current?.close();
    onClose();
  };

  const submit = async (typed: Values) => {
    setRefusal(undefined);
    try {
      if (needsCode) await showCode(typed);
      setNeedsCode(false);
      const values = withoutCode(typed);
      const clientMutationId = mutationId(verb.operation, values);
      const input = { ...inputOf(verb.fields, values), ...verb.given, clientMutationId };
      const result = await verb.send(input as Input);
      settleMutation(verb.operation);
      draft.current?.close();
      const view = verb.result?.(result);
      if (view) showResult(view);
      // A verb may change anything on the screen, so everything is loaded again.
      await queryClient.invalidateQueries();
      if (verb.onDone?.(result) === false) return undefined;
      if (!view) notify(verb.success ?? 'bangfu.verb.done', { type: 'success' });
      onClose();
      return undefined;
    } catch (error) {
      if (isSessionEnd(error)) return undefined;
      if (wantsCode(error)) setNeedsCode(true);
      const body = errorBody(error);
      const faults = fieldFaults(error, needsCode);
      const message = error instanceof Error ? error.message : 'ra.notification.http_error';
      // Loads the record again, so that the next try uses its current version.
      if (body?.code === 'CONFLICT') await queryClient.invalidateQueries();
      setRefusal({
        code: body?.code,
        message: body?.code === 'CONFLICT' ? 'bangfu.verb.stale' : message,
        details: [...new Set(Object.values(faults ?? {}))].filter((text) => text !== message),
      });
      return faults;
    }
  };

  return (
    <Dialog open fullWidth maxWidth="sm" onClose={leave} aria-labelledby={titleId} sx={sx}>
      <DialogTitle id={titleId}>{translate(verb.title ?? verb.label)}</DialogTitle>
      <Form
        onSubmit={submit}
        defaultValues={verb.defaultValues}
        record={{}}
        resetOptions={keepTyped}
        disableInvalidFormNotification
      >
        <DialogContent dividers sx={{ display: 'flex', flexDirection: 'column' }}>
          {refusal && (
            <Alert severity="error" sx={{ mb: 1 }}>
              {translate(refusal.message)}
              {refusal.details.map((text) => (
                <div key={text}>{text}</div>
              ))}
              <div>
                <EnrolLink error={refusal.code} />
              </div>
            </Alert>
          )}
          <Draft
            ref={draft}
            name={`verb ${verb.operation}`}
            version={verb.version ?? (typeof version === 'number' ? version : undefined)}
          />
          <About subject={verb.subject} lead={verb.lead} />
          {verb.children}
          {verb.layout ? verb.layout(inputs) : Object.values<ReactNode>(inputs)}
          {needsCode && <StepUpInput />}
        </DialogContent>
        <DialogActions>
          <Button onClick={leave}>{translate('ra.action.cancel')}</Button>
          <SaveButton
            alwaysEnable
            icon={null}
            label={verb.submitLabel ?? verb.label}
            color={verb.color ?? 'primary'}
          />
        </DialogActions>
      </Form>
      {isLeaving && <LeaveDialog onStay={() => setLeaving(false)} onKeep={onClose} onDiscard={discard} />}
    </Dialog>
  );
}

interface TriggerProps {
  label: string;
  icon?: ReactNode;
  disabled?: boolean;
  variant?: ButtonProps['variant'];
  color?: ButtonProps['color'];
  compact?: boolean;
  onClick: () => void;
}

function Trigger({ label, icon, compact, variant = 'outlined', color, ...rest }: TriggerProps) {
  const translate = useTranslate();
  const words = translate(label);
  if (compact) {
    return (
      <Tooltip title={words}>
        <IconButton size="small" color="primary" aria-label={words} aria-haspopup="dialog" {...rest}>
          {icon}
        </IconButton>
      </Tooltip>
    );
  }
  return (
    <Button size="small" variant={variant} color={color} startIcon={icon} aria-haspopup="dialog" {...rest}>
      {words}
    </Button>
  );
}

/** A business verb: button, dialog, one mutation; refusals are shown at their fields until corrected. */
export function VerbButton<Input, Given extends keyof Input, Result>(
  props: VerbButtonProps<Input, Given, Result>,
) {
  const [open, setOpen] = useState(false);
  const { label, icon, disabled, variant, color, compact } = props;
  return (
    <>
      <Trigger {...{ label, icon, disabled, variant, color, compact }} onClick={() => setOpen(true)} />
      {open && <VerbDialog {...props} onClose={() => setOpen(false)} />}
    </>
  );
}
