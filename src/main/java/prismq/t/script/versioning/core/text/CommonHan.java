package prismq.t.script.versioning.core.text;

import java.nio.charset.Charset;

/** The Chinese characters that are used most, and in the names of scripts, by who writes them. */
final class CommonHan {
  private static final String SIMPLIFIED =
      "的一是不了在人有我他这中大来上国个到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可她里后小么心"
          + "多天而能好都然没日于起还发成事只作当想看文无开手十用主行方又如前所本见经头面公同三已老从动两长知民样现分"
          + "将外但身些与高意进把法此实回二理美点月明其种声全工己话儿者向情部正名定女问力机给等几很业最间新什打便位"
          + "因重被走电四第门相次东政海口使教西再平真听世气信北少关并内加化由却代军产入先山五太水万市眼体别处总才场师"
          + "书比住员九笑性通目华报立马命张活难神数件安表原车白应路期叫死常提感金何更反合放做系计或司利受光王果亲界及"
          + "剧本稿草版集幕终初修改订旧章节歌桥夜故梦爱编导演场景片段备份";

  private static final String TRADITIONAL =
      "的一是不了在人有我他這中大來上國個到說們為子和你地出道也時年得就那要下以生會自著去之過家學對可她裡後小麼心"
          + "多天而能好都然沒日於起還發成事只作當想看文無開手十用主行方又如前所本見經頭面公同三已老從動兩長知民樣現分"
          + "將外但身些與高意進把法此實回二理美點月明其種聲全工己話兒者向情部正名定女問力機給等幾很業最間新什打便位"
          + "因重被走電四第門相次東政海口使教西再平真聽世氣信北少關並內加化由卻代軍產入先山五太水萬市眼體別處總才場師"
          + "書比住員九笑性通目華報立馬命張活難神數件安表原車白應路期叫死常提感金何更反合放做系計或司利受光王果親界及"
          + "劇本稿草版集幕終初修改訂舊章節歌橋夜故夢愛編導演場景片段備份功課";

  private static final String JAPANESE =
      "日一国人年大十二本中長出三時行見月後前生五間上東四今金九入学高円子外八六下来気小七山話女北午百書先名川千水"
          + "半男西電校語土木聞食車何南万毎白天母火右読友左休父雨会同事自社発者地業方新場員立開手力問代明動京目通言理"
          + "体田主題意不作用度強公持野以思家世多正安院心界教文元重近考画海売知道集別物使品計死特私始朝運終台広住無真有"
          + "口少町料工建空急止送切転研足究楽起着店病質待試族銀早映親験英医仕去味写字答夜音注帰古歌買悪図週室歩風紙黒花"
          + "春赤青館屋色走秋夏習駅洋旅服夕借曜飲肉貸堂鳥飯勉冬昼茶弟牛魚兄犬妹姉漢脚本稿草案版章節橋表紙能力予測改訂決定";

  private CommonHan() {}

  /** Whether it is common in the language that an encoding is made for. */
  static boolean has(int character, Charset charset) {
    return switch (charset.name()) {
      case "GB18030", "GBK" -> SIMPLIFIED.indexOf(character) >= 0;
      case "Big5" -> TRADITIONAL.indexOf(character) >= 0;
      case "windows-31j", "EUC-JP" -> JAPANESE.indexOf(character) >= 0;
      default -> false;
    };
  }
}
