import type { StanceKind } from '../bundle/stance.ts';
import { sayer } from './text.ts';

type Key = `because.${StanceKind}` | `because.${StanceKind}_to` | 'because.own' | 'because.named' | 'because.named_to';

/** Why a power answered: the stance that it answers, towards itself or towards others. Follows what it did. */
const en: Readonly<Record<Key, string>> = {
  'because.hedge': 'because {{home}} hedged',
  'because.hedge_to': 'because {{home}} hedged towards {{whom}}',
  'because.partner': 'because {{home}} partnered',
  'because.partner_to': 'because {{home}} partnered with {{whom}}',
  'because.align': 'because {{home}} aligned',
  'because.align_to': 'because {{home}} aligned with {{whom}}',
  'because.resist': 'because {{home}} resisted',
  'because.resist_to': 'because {{home}} resisted {{whom}}',
  'because.defer': 'because {{home}} deferred',
  'because.defer_to': 'because {{home}} put off {{whom}}',
  'because.own': 'by mood or chance',
  'because.named': 'because {{home}} chose “{{word}}”',
  'because.named_to': 'because {{home}} chose “{{word}}” towards {{whom}}',
};

const vi: typeof en = {
  'because.hedge': 'vì {{home}} giữ thế phòng bị',
  'because.hedge_to': 'vì {{home}} giữ thế phòng bị với {{whom}}',
  'because.partner': 'vì {{home}} chịu hợp tác',
  'because.partner_to': 'vì {{home}} hợp tác với {{whom}}',
  'because.align': 'vì {{home}} liên kết với mình',
  'because.align_to': 'vì {{home}} liên kết với {{whom}}',
  'because.resist': 'vì {{home}} đấu tranh',
  'because.resist_to': 'vì {{home}} đấu tranh với {{whom}}',
  'because.defer': 'vì {{home}} còn hoãn',
  'because.defer_to': 'vì {{home}} hoãn với {{whom}}',
  'because.own': 'do tâm trạng, hoặc may rủi',
  'because.named': 'vì {{home}} chọn “{{word}}”',
  'because.named_to': 'vì {{home}} chọn “{{word}}” với {{whom}}',
};

export const because = sayer<Key>({ en, vi });
