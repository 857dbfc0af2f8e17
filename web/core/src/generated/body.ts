// What a message can be: a closed set of variants, told apart by type.
// Made from protocol/ by protocol/generate.mjs. Change the schemas, not this file.
import type { Id } from './types';

export type FormFieldKind = 'text' | 'email' | 'number' | 'choice';

export interface TextBody {
  type: 'text';
  text: string;
}

export interface ImageBody {
  type: 'image';
  file: Id;
  alt?: string;
  width?: number;
  height?: number;
}

export interface FileBody {
  type: 'file';
  file: Id;
  name: string;
  bytes: number;
}

export interface CardButton {
  label: string;
  url: string;
}

export interface CardBody {
  type: 'card';
  title: string;
  text?: string;
  image?: Id;
  buttons?: readonly CardButton[];
}

export interface QuickReply {
  value: string;
  label: string;
}

export interface QuickRepliesBody {
  type: 'quick_replies';
  text: string;
  options: readonly QuickReply[];
}

export interface FormField {
  name: string;
  label: string;
  kind: FormFieldKind;
  required: boolean;
  options?: readonly string[];
}

export interface FormBody {
  type: 'form';
  title?: string;
  fields: readonly FormField[];
}

export interface FormValue {
  name: string;
  value: string;
}

export interface FormAnswerBody {
  type: 'form_answer';
  form: Id;
  answers: readonly FormValue[];
}

export interface VoiceBody {
  type: 'voice';
  file: Id;
  duration_ms: number;
}

export type Body =
  | TextBody
  | ImageBody
  | FileBody
  | CardBody
  | QuickRepliesBody
  | FormBody
  | FormAnswerBody
  | VoiceBody;
