import type { Locale } from '../../bundle/bundle.ts';
import type { Bond } from '../../bundle/theory-case.ts';

interface Part {
  readonly title: string;
  readonly lines: readonly string[];
}

/** What the pages for a teacher say beside what the scenarios do. */
export interface TeachWords {
  readonly title: string;
  readonly lead: string;
  /** The two pages of the guide. */
  readonly guide: readonly Part[];
  /** A page of its own: people who hold chairs at one device. */
  readonly chairs: Part;
  readonly plan: string;
  readonly columns: readonly [length: string, decisions: string, when: string];
  readonly minutes: string;
  readonly sittings: string;
  readonly from: string;
  readonly corners: string;
  readonly corner: string;
  readonly places: readonly string[];
  readonly asks: Part;
  readonly cannot: string;
  readonly cards: string;
  readonly cardsLead: string;
  readonly dissent: string;
  readonly debrief: readonly Part[];
  readonly debriefTitle: string;
  readonly readings: string;
  readonly lab: {
    readonly title: string;
    readonly lead: string;
    readonly columns: readonly [string, string, string, string];
    readonly yes: string;
    readonly no: string;
    readonly home: string;
    readonly rule: string;
    readonly key: string;
    readonly keyLead: string;
    readonly reported: string;
    readonly bonds: Readonly<Record<Bond, string>>;
    readonly weak: string;
    readonly peer: string;
    readonly silent: string;
    readonly peerAsk: string;
  };
}

export const TEACH: Readonly<Record<Locale, TeachWords>> = {
  en: {
    title: 'A lesson around one table',
    lead: 'The class is one cabinet. One screen shows what has come up; the four corners of the room are its four offices, and each answers with a card. Other capitals answer back.',
    guide: [
      {
        title: 'In five minutes',
        lines: [
          'Open the page on the projector and choose Teach. Take a scenario, a length and a language, and press Start. Nothing has to be installed; nobody gives a name. The corner sheets below may be printed.',
          'Screen 1 tells the class where to stand, what each office wants in a line, and which causes stay hidden until the debrief. Let people choose a corner. Never give an office by nationality or by what you think somebody believes. Anyone may change corner, or watch.',
          'Say the one rule: you speak for your office, not for yourself.',
          'Rehearse once: bots tap the cards, one of them wrongly, and you undo it.',
        ],
      },
      {
        title: 'A decision: four minutes and three quarters',
        lines: [
          'Read 1:15. The screen says what has happened. Somebody may read it aloud.',
          'Talk 2:00. Two to four answers stand on the screen. Each corner asks the three questions of its sheet. The brief can be opened again, now and at the cards.',
          'Cards 0:30. Each corner holds up one number; you tap it. If some in a corner would answer otherwise, tap Dissent: it is kept for the debrief. A wrong tap is undone until the outcome is shown.',
          'Outcome 1:00. What came of it, and what the other capitals did.',
          'The clock can be paused, given thirty seconds more, or skipped. It never decides: cards wait for you.',
          'Who decides is chosen at the start: most corners, a tie going to the corner that has the chair; or the chair, whom the others advise. The chair goes round.',
        ],
      },
      {
        title: 'Between decisions',
        lines: [
          'After the first decision the class gives its desk a standing instruction. The weeks between are answered by it, and every such answer is in the record.',
          'The next screen tells how the world answered and what the desk did in the class’s name; where the calendar jumps, it says so.',
        ],
      },
      {
        title: 'Groups, reasons, the absent',
        lines: [
          'With a laptop a group: choose “Groups” and make the class code. Groups type it and decide on the same dates under the same luck; what comes up depends on what each has done; they hand over a result, which you paste and compare. Two of them open side by side in the theatre.',
          'Whoever was absent types the code of the class at home and plays alone. It is on the last page of the debrief, with its address; beside it stands a link that opens the whole game, played alone under the same luck.',
          'Under “More” you may switch on reasons in writing: before two decisions each writes half a page under a drawn name, on a device or on paper; then an exit ticket, and 300 words at home.',
        ],
      },
      {
        title: 'The bell',
        lines: [
          'The screen shows when the debrief begins: a third of the time is for it. If a decision is open then, the bell leaves it open, the standing instruction plays on, and the debrief has everything. Two more minutes are one tap.',
          'Now and then a class loses its game early, shots at sea for the most part: about one class in twelve before its third decision. The screen says so, and the debrief begins with time to spare.',
          'If the device dies: open the page again there and choose Teach. The lesson stands where it stood, paused. To end a lesson for good: ⋯, then delete.',
        ],
      },
      {
        title: 'Privacy and care',
        lines: [
          'No accounts, no names. Everything stays on the device; one button deletes it. What a browser keeps is not secret from whoever uses the same device.',
          'The seed is not shown, linked or saved before the debrief. Afterwards the last page offers code and link.',
          'Nobody is marked by what an office said. The narrator does not grade, and neither should the room.',
          'Everything works by keyboard and with a screen reader: P pauses, N skips, E adds time, U undoes, B opens the brief again. Corners have letters and shapes, not colours.',
        ],
      },
    ],
    chairs: {
      title: 'Chairs on one device, ninety minutes',
      lines: [
        'Four people, or four pairs, at one laptop: choose Chairs on one device. Say how many you are; everybody counts off, and the number stands in for a name. Nobody gets a chair by nationality.',
        'A decision takes seven minutes and a half. All read; the laptop goes round, and each chair opens its own cover to read its office, its aim and a source; all talk, and nothing is written down; the laptop goes round again for sealed ballots; the ballots are laid open together.',
        'Aims are invented for the exercise and say so. They are drawn, chosen by you, or left out.',
        'An empty chair votes as its office argues, or not at all: everybody sees which. Under Chairs, at any decision, whoever is late sits down, whoever leaves hands back, two change places, or somebody only watches. Two people on chairs are the fewest.',
        'Somebody may hold another capital: its move is sealed with the ballots, and between decisions it goes its own way.',
        'If a cover was opened by the wrong person: Escape covers it. If the device dies: what was sealed is kept, what was not is chosen again, and the page opens on a cover. A browser’s storage is no safe: whoever knows how can read it on the same device.',
      ],
    },
    plan: 'Where the class decides',
    columns: ['Length', 'Decisions', 'From'],
    minutes: '{{minutes}} min',
    sittings: '{{sittings}} × {{minutes}} min',
    from: 'or the decision that the cut waits for',
    corners: 'Corner sheets',
    corner: 'Corner {{letter}}',
    places: ['front left', 'front right', 'back left', 'back right'],
    asks: {
      title: 'Ask at every decision',
      lines: [
        'What would each answer cost our office, and who would pay?',
        'Which capital will answer it, and how?',
        'What is the least we could live with, if another corner wins?',
      ],
    },
    cannot: 'What no office may forget',
    cards: 'Cards',
    cardsLead: 'Four numbers and a dissent for each corner. Cut along the lines; fingers do as well.',
    dissent: 'Dissent',
    debrief: [
      {
        title: 'Out of role',
        lines: [
          'Put the cards down, leave the corner, sit beside somebody from another one.',
          'One word each: how was it to speak for that office?',
        ],
      },
      {
        title: 'What happened',
        lines: [
          'At which decision did the room change direction?',
          'Those who dissented: what did you see that the others did not?',
          'What did the standing instruction do that you would not have done?',
        ],
      },
      {
        title: 'Why',
        lines: [
          'When did you begin to guess what was hidden, and what made you sure?',
          'Which answer of another capital did you bring about, and which would have come anyway?',
          'Who in the room argued for another answer, and what did you fear from it?',
        ],
      },
      {
        title: 'So what',
        lines: [
          'Which author tells your game better, and at which decision?',
          'What outside this game would show that reading to be wrong?',
          'What did the model leave out?',
          'Your game is not evidence for either: it is one draw from rules that we wrote.',
        ],
      },
    ],
    debriefTitle: 'Debrief',
    readings: 'The readings, as their authors’ or as ours',
    lab: {
      title: 'Alliance lab, twenty minutes',
      lead: 'Predict what came of each: alliance, partnership or neither. Write one rule. Then uncover, revise, and try the rule on the cases for home.',
      columns: ['Case', 'Shared interests', 'Shared values', 'Your prediction'],
      yes: 'yes',
      no: 'no',
      home: 'For home',
      rule: 'Your rule: an alliance comes where',
      key: 'Key to the alliance lab',
      keyLead: 'What the articles report, beside what each reading makes of it.',
      reported: 'Reported',
      bonds: { ally: 'alliance', partner: 'partnership', none: 'neither' },
      weak: 'Where two readings fit all cases alike, these cases cannot part them. They are few, were chosen by the authors, and shared interests are partly read off what came of them: weak evidence.',
      peer: 'One of a kind? A neighbour beside it',
      silent: 'The articles say nothing.',
      peerAsk: 'Which of the silent cells would you have to fill before you say “one of a kind”, and from what source?',
    },
  },
  vi: {
    title: 'Một buổi học quanh một màn hình',
    lead: 'Cả lớp là một tập thể lãnh đạo. Màn hình cho biết việc vừa xảy ra; bốn góc phòng là bốn cơ quan, mỗi góc trả lời bằng một tấm thẻ. Rồi các nước khác đáp lại.',
    guide: [
      {
        title: 'Chuẩn bị trong năm phút',
        lines: [
          'Mở trang trên máy chiếu, bấm Dạy học. Chọn kịch bản, thời lượng, ngôn ngữ rồi bấm Bắt đầu. Không phải cài đặt gì, cũng không ai phải khai tên. Phiếu của từng góc ở bên dưới, có thể in ra.',
          'Màn hình đầu tiên chỉ chỗ đứng, nói gọn mỗi cơ quan muốn gì, và kể tên những nguyên nhân còn che khuất đến lúc thảo luận. Hãy để mỗi người tự chọn góc. Đừng bao giờ phân vai theo quốc tịch, cũng đừng theo điều thầy cô đoán người ấy tin. Ai cũng có thể đổi góc, hoặc ngồi xem.',
          'Nhắc quy tắc duy nhất: nói thay cho cơ quan của góc mình, không phải cho bản thân.',
          'Thử một lần: máy giơ thẻ, có một góc giơ nhầm, thầy cô rút lại.',
        ],
      },
      {
        title: 'Một quyết định: bốn phút bốn mươi lăm giây',
        lines: [
          'Đọc 1:15. Màn hình nói chuyện gì đã xảy ra. Có thể nhờ một người đọc to.',
          'Bàn 2:00. Trên màn hình có từ hai đến bốn phương án. Mỗi góc tự hỏi ba câu trên phiếu của mình. Lúc này và lúc giơ thẻ đều mở lại được phần tình hình.',
          'Giơ thẻ 0:30. Mỗi góc giơ một con số, thầy cô bấm theo. Nếu trong góc có người muốn trả lời khác, bấm Ý kiến khác: điều đó được giữ lại cho phần thảo luận. Bấm nhầm thì rút lại được, cho đến khi xem kết quả.',
          'Kết quả 1:00. Việc đi đến đâu và các nước khác đã làm gì.',
          'Đồng hồ có thể dừng, thêm ba mươi giây hoặc bỏ qua. Đồng hồ không quyết thay ai: thẻ luôn đợi thầy cô.',
          'Ai quyết thì chọn từ đầu: theo số đông, ngang phiếu thì theo góc chủ trì; hoặc góc chủ trì quyết, các góc khác góp ý. Chủ trì luân phiên.',
        ],
      },
      {
        title: 'Giữa hai quyết định',
        lines: [
          'Sau quyết định đầu tiên, lớp giao cho bộ phận thường trực một chỉ thị. Việc của những tuần ở giữa được trả lời theo đó, và mọi câu trả lời đều có trong biên bản.',
          'Màn hình sau kể các nước đã đáp lại ra sao, thường trực đã làm thay lớp những gì; lịch nhảy xa thì màn hình nói rõ.',
        ],
      },
      {
        title: 'Nhóm, lý do, người vắng mặt',
        lines: [
          'Nếu mỗi nhóm có một máy: chọn “Chia nhóm” rồi tạo mã lớp. Các nhóm nhập mã, quyết định vào cùng ngày và gặp cùng may rủi, còn gặp việc gì thì tùy mỗi nhóm đã làm gì; xong thì nộp kết quả; thầy cô dán vào và so sánh. Hai ván bất kỳ mở cạnh nhau trong phòng chiếu.',
          'Người vắng mặt nhập mã lớp ở nhà và chơi một mình. Mã nằm ở trang cuối phần thảo luận, kèm địa chỉ; bên cạnh là đường dẫn mở cả ván để chơi một mình, cùng may rủi.',
          'Ở “Tùy chọn thêm” có thể bật phần viết lý do: trước hai quyết định, mỗi người viết nửa trang dưới tên được bốc, trên máy hoặc trên giấy; cuối buổi có phiếu ra về, ở nhà viết 300 từ.',
        ],
      },
      {
        title: 'Khi hết giờ chơi',
        lines: [
          'Màn hình ghi giờ bắt đầu thảo luận: một phần ba thời gian dành cho việc này. Nếu lúc ấy còn một việc đang bàn, việc ấy để ngỏ, thường trực làm tiếp theo chỉ thị, và phần thảo luận vẫn đủ mọi thứ. Muốn thêm hai phút chỉ cần bấm một lần.',
          'Đôi khi lớp thua sớm, phần lớn vì có tiếng súng trên biển: chừng mười hai lớp thì một lớp thua trước quyết định thứ ba. Màn hình báo điều đó, rồi sang phần thảo luận, thời gian còn dư.',
          'Nếu máy tắt giữa chừng: mở lại trang trên chính máy ấy, bấm Dạy học. Buổi học đứng đúng chỗ cũ, đồng hồ đang dừng. Muốn bỏ hẳn buổi học: bấm ⋯ rồi xóa.',
        ],
      },
      {
        title: 'Riêng tư và cẩn trọng',
        lines: [
          'Không tài khoản, không tên. Mọi thứ nằm trên máy này; một nút là xóa hết. Những gì trình duyệt giữ không phải bí mật với người dùng chung máy.',
          'Trước phần thảo luận, mã ván không hiện ra, không nằm trong đường dẫn hay tệp nào. Sau đó trang cuối có mã và đường dẫn.',
          'Không chấm điểm ai theo lời của một cơ quan. Người dẫn chuyện không khen chê, lớp học cũng vậy.',
          'Dùng được hoàn toàn bằng bàn phím và trình đọc màn hình: P dừng, N bỏ qua, E thêm giờ, U rút lại, B mở lại tình hình. Các góc phân biệt bằng chữ và hình, không bằng màu.',
        ],
      },
    ],
    chairs: {
      title: 'Bốn ghế quanh một máy, chín mươi phút',
      lines: [
        'Bốn người hoặc bốn đôi với một máy tính: chọn Bốn ghế quanh một máy. Cho biết có mấy người; cả bàn đếm số, và số thay cho tên. Không chia ghế theo quốc tịch.',
        'Mỗi quyết định bảy phút rưỡi. Cùng đọc; máy chuyền tay, từng ghế mở màn che của mình để đọc về cơ quan, mục tiêu và một nguồn; cùng bàn bằng lời, không ghi lại gì; máy chuyền tay lần nữa để bỏ phiếu kín; rồi mở phiếu cùng lúc.',
        'Mục tiêu riêng đặt ra cho bài tập, và ghi rõ như vậy. Có thể rút thăm, do thầy cô chọn, hoặc bỏ hẳn.',
        'Ghế trống bỏ phiếu theo lý lẽ của cơ quan, hoặc không bỏ phiếu: cả bàn đều thấy là cách nào. Ở bất cứ quyết định nào, vào mục Ghế ngồi: người đến muộn nhận ghế, người về sớm trả ghế, hai người đổi chỗ, ai muốn thì chỉ ngồi xem. Ít nhất phải có hai người ngồi ghế.',
        'Có thể có người giữ một nước khác: việc nước ấy làm được chọn kín cùng lúc với phiếu, còn giữa hai quyết định nước ấy tự đi đường của mình.',
        'Mở nhầm màn che của người khác thì bấm Escape. Máy tắt giữa chừng thì phiếu đã niêm phong vẫn còn, phiếu chưa niêm phong thì chọn lại, và trang mở ra ở một màn che. Bộ nhớ của trình duyệt không phải két sắt: ai rành máy vẫn đọc được trên chính máy ấy.',
      ],
    },
    plan: 'Lớp quyết định ở đâu',
    columns: ['Thời lượng', 'Số quyết định', 'Từ'],
    minutes: '{{minutes}} phút',
    sittings: '{{sittings}} × {{minutes}} phút',
    from: 'hoặc từ quyết định mà bản rút gọn chờ đến',
    corners: 'Phiếu của từng góc',
    corner: 'Góc {{letter}}',
    places: ['phía trước, bên trái', 'phía trước, bên phải', 'phía sau, bên trái', 'phía sau, bên phải'],
    asks: {
      title: 'Ở mỗi quyết định, hãy hỏi',
      lines: [
        'Mỗi phương án khiến cơ quan mình mất gì, và ai gánh phần mất ấy?',
        'Nước nào sẽ đáp lại, và đáp thế nào?',
        'Nếu góc khác thắng, mức tối thiểu mình còn chấp nhận được là gì?',
      ],
    },
    cannot: 'Điều không cơ quan nào được quên',
    cards: 'Thẻ',
    cardsLead: 'Mỗi góc bốn con số và một thẻ ý kiến khác. Cắt theo đường kẻ; không có thẻ thì giơ ngón tay.',
    dissent: 'Ý kiến khác',
    debrief: [
      {
        title: 'Thoát vai',
        lines: ['Đặt thẻ xuống, rời góc, ngồi cạnh một người ở góc khác.', 'Mỗi người một từ: nói thay cho cơ quan ấy thì thấy thế nào?'],
      },
      {
        title: 'Chuyện đã xảy ra',
        lines: [
          'Ở quyết định nào cả phòng đổi hướng?',
          'Những người có ý kiến khác: các bạn thấy điều gì mà số còn lại không thấy?',
          'Chỉ thị thường trực đã làm điều gì mà các bạn sẽ không làm?',
        ],
      },
      {
        title: 'Vì sao',
        lines: [
          'Các bạn bắt đầu đoán ra điều bị che khuất từ lúc nào, và điều gì khiến các bạn tin chắc?',
          'Lời đáp nào của nước khác là do các bạn gây ra, lời đáp nào đằng nào cũng đến?',
          'Trong phòng ai đã bênh vực cách khác, và khi ấy ngại điều gì ở cách đó?',
        ],
      },
      {
        title: 'Rút ra được gì',
        lines: [
          'Tác giả nào lý giải ván của lớp sát hơn, ở quyết định nào?',
          'Điều gì ngoài trò chơi này đủ cho thấy cách lý giải ấy sai?',
          'Mô hình đã bỏ sót điều gì?',
          'Ván chơi của lớp không phải bằng chứng cho bên nào: đó chỉ là một lần gieo từ bộ quy tắc do nhóm làm trò chơi viết ra.',
        ],
      },
    ],
    debriefTitle: 'Thảo luận',
    readings: 'Các lăng kính, của tác giả hoặc của nhóm làm trò chơi',
    lab: {
      title: 'Phòng thí nghiệm liên minh, hai mươi phút',
      lead: 'Đoán kết cục từng trường hợp: đồng minh, đối tác, hay không cả hai. Viết một quy tắc. Rồi mở ra, sửa lại, và thử quy tắc với những trường hợp mang về nhà.',
      columns: ['Trường hợp', 'Chung lợi ích', 'Chung giá trị', 'Lớp đoán'],
      yes: 'có',
      no: 'không',
      home: 'Mang về nhà',
      rule: 'Quy tắc của lớp: liên minh hình thành khi',
      key: 'Đáp án phòng thí nghiệm liên minh',
      keyLead: 'Điều bài viết kể, bên cạnh điều mỗi lăng kính suy ra.',
      reported: 'Bài viết kể',
      bonds: { ally: 'đồng minh', partner: 'đối tác', none: 'không cả hai' },
      weak: 'Khi hai lăng kính khớp với mọi trường hợp như nhau thì những trường hợp này không phân xử được. Số trường hợp ít, do các tác giả chọn, và lợi ích chung phần nào được suy ngược từ kết cục: bằng chứng yếu.',
      peer: 'Có phải trường hợp riêng? Đặt cạnh một láng giềng',
      silent: 'Hai bài viết không nói.',
      peerAsk: 'Phải điền những ô trống nào, từ nguồn nào, rồi mới nói được đó là trường hợp riêng?',
    },
  },
};
