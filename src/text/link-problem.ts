import { sayer } from './text.ts';

/** Words of a link that does not open, or is copied by hand: they come with those. */
export const en = {
  'link.kept': 'The game you were playing is untouched.',
  'link.back': 'Back to the game',
  'link.damaged': 'The link is damaged: some of its letters are wrong or missing.',
  'link.damaged_do': 'Ask for it again, or copy it whole: every letter after #g= belongs to it.',
  'link.cut': 'The link was cut short.',
  'link.cut_do': 'Copy it whole: every letter after #g= belongs to it.',
  'link.foreign': 'This is not a link to a game of this program.',
  'link.foreign_do': 'A link to a game holds #g= and a code.',
  'link.rules': 'It was made with rules that are not at hand here.',
  'link.rules_do': 'Open it where it was made: a copy of the program with the same rules plays it.',
  'link.newer': 'It was made by a newer version of this program.',
  'link.newer_do': 'Update this copy, or open it where it was made.',
  'link.check': 'The link opened, but the game it gives does not agree with its own check.',
  'link.check_do': 'It was changed on the way or made by altered rules. Ask for it again.',
  'link.detail': 'In detail: {{detail}}',
  'link.by_hand': 'The link, to copy by hand',
  'link.by_hand_do': 'This browser does not let the page copy. The link is selected: copy it yourself.',
  'link.sealed': 'The luck of this game is sealed.',
  'link.sealed_do': 'Whoever leads the class can open it at the debrief.',
  'link.saved': 'This saved game cannot be read as it stands.',
  'link.saved_do': 'It is left as it is. Other games and new ones are not touched by it.',
};

export type LinkText = keyof typeof en;

export const vi: Readonly<Record<LinkText, string>> = {
  'link.kept': 'Ván bạn đang chơi vẫn nguyên.',
  'link.back': 'Trở lại ván chơi',
  'link.damaged': 'Đường dẫn bị hỏng: có ký tự sai hoặc thiếu.',
  'link.damaged_do': 'Hãy xin lại, hoặc sao chép trọn vẹn: mọi chữ sau #g= đều thuộc về nó.',
  'link.cut': 'Đường dẫn bị cắt ngắn.',
  'link.cut_do': 'Hãy sao chép trọn vẹn: mọi chữ sau #g= đều thuộc về nó.',
  'link.foreign': 'Đây không phải đường dẫn tới một ván của trò chơi này.',
  'link.foreign_do': 'Đường dẫn tới một ván có #g= và một mã.',
  'link.rules': 'Ván được tạo với bộ quy tắc không có ở đây.',
  'link.rules_do': 'Hãy mở ở nơi đã tạo ra nó: bản trò chơi có cùng bộ quy tắc sẽ mở được.',
  'link.newer': 'Đường dẫn được tạo bằng phiên bản mới hơn.',
  'link.newer_do': 'Hãy cập nhật bản này, hoặc mở ở nơi đã tạo ra nó.',
  'link.check': 'Đường dẫn mở được, nhưng ván dựng lại không khớp với mã kiểm tra đi kèm.',
  'link.check_do': 'Nó đã bị đổi trên đường đi, hoặc do bộ quy tắc bị sửa. Hãy xin lại.',
  'link.detail': 'Chi tiết: {{detail}}',
  'link.by_hand': 'Đường dẫn để tự sao chép',
  'link.by_hand_do': 'Trình duyệt không cho trang sao chép. Đường dẫn đã được bôi đen, bạn tự sao chép nhé.',
  'link.sealed': 'Vận may của ván này đang được niêm phong.',
  'link.sealed_do': 'Người hướng dẫn lớp sẽ mở khi tổng kết.',
  'link.saved': 'Ván đã lưu này không đọc được.',
  'link.saved_do': 'Nó được giữ nguyên như cũ. Các ván khác không bị ảnh hưởng.',
};

export const tl = sayer<LinkText>({ en, vi });
