import { sayer } from './text.ts';

/** Words of the game as one file and within a course: they come with the sheets that need them. */
const en = {
  'offline.file': 'The whole game is in this one file: it plays without a network as it is, so nothing is kept for that.',
  'offline.course': 'The game is opened from its course, so nothing is kept here for playing without a network.',

  'code.title': 'The code of this game',
  'code.file': 'This copy of the game is a file, and a file has no address that others can open.',
  'code.course': 'This page belongs to a course, and its address opens for nobody else.',
  'code.do':
    'Whoever gets this code pastes it under “Open a link” in any copy of the game, or puts it behind the address of one on the web.',
  'code.copied': 'It is copied.',
  'code.by_hand': 'The browser does not let the page copy. It is selected: copy it yourself.',

  'notices.title': 'Licences',
  'notices.own':
    'The program is under the MIT licence, its words and drawings under Creative Commons Attribution 4.0. It is made with the work of others; their notices stand here as they wrote them.',
  'notices.text': 'Licences and notices, in English',
  'notices.failed': 'The notices could not be fetched. They stand in {{file}} beside this page.',

  'course.title': 'Course',
  'course.alone':
    'No course answers around this page. The game plays and is kept in this browser, and no course hears of it. Open it from the course if it should.',
  'course.dismiss': 'Dismiss',
};

const vi: Readonly<Record<keyof typeof en, string>> = {
  'offline.file': 'Cả trò chơi nằm gọn trong một tệp này, không có mạng vẫn chơi được, nên chẳng cần giữ lại gì thêm.',
  'offline.course': 'Trò chơi được mở từ khóa học nên ở đây không giữ gì để chơi khi không có mạng.',

  'code.title': 'Mã của ván này',
  'code.file': 'Bản trò chơi này là một tệp, mà tệp thì không có địa chỉ để người khác mở.',
  'code.course': 'Trang này nằm trong một khóa học, địa chỉ của nó người ngoài không mở được.',
  'code.do': 'Ai nhận được mã thì dán vào mục “Mở một đường dẫn” ở bất kỳ bản trò chơi nào, hoặc đặt sau địa chỉ của một bản trên mạng.',
  'code.copied': 'Đã sao chép.',
  'code.by_hand': 'Trình duyệt không cho trang sao chép. Mã đã được bôi đen, bạn tự sao chép nhé.',

  'notices.title': 'Giấy phép',
  'notices.own':
    'Chương trình theo giấy phép MIT, lời văn và hình vẽ theo giấy phép Creative Commons Ghi công 4.0. Trò chơi có dùng thành quả của nhiều người khác; ghi chú bản quyền của họ được giữ nguyên văn dưới đây.',
  'notices.text': 'Giấy phép và ghi chú bản quyền, bằng tiếng Anh',
  'notices.failed': 'Không tải được phần ghi chú bản quyền. Nội dung nằm trong tệp {{file}} đặt cạnh trang này.',

  'course.title': 'Khóa học',
  'course.alone':
    'Quanh trang này không có khóa học nào trả lời. Trò chơi vẫn chơi được và lưu trong trình duyệt này, còn khóa học thì không ghi nhận. Muốn được ghi nhận, hãy mở từ khóa học.',
  'course.dismiss': 'Đóng',
};

export const pt = sayer<keyof typeof en>({ en, vi });
