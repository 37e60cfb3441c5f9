package prismq.t.script.versioning.account.page;

import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.language.Messages;

/** Names the browser and the system that a request comes from, as far as it says so. */
public final class Device {
  // In this order, because most browsers name those that they are like.
  private static final Map<String, String> BROWSERS = new LinkedHashMap<>();
  private static final Map<String, String> SYSTEMS = new LinkedHashMap<>();

  static {
    BROWSERS.put("Edg/", "Edge");
    BROWSERS.put("OPR/", "Opera");
    BROWSERS.put("Firefox/", "Firefox");
    BROWSERS.put("FxiOS/", "Firefox");
    BROWSERS.put("Chrome/", "Chrome");
    BROWSERS.put("CriOS/", "Chrome");
    BROWSERS.put("Safari/", "Safari");
    SYSTEMS.put("iPhone", "iPhone");
    SYSTEMS.put("iPad", "iPad");
    SYSTEMS.put("Android", "Android");
    SYSTEMS.put("Windows", "Windows");
    SYSTEMS.put("Mac OS X", "Mac");
    SYSTEMS.put("Linux", "Linux");
  }

  private Device() {}

  /** Such as “Firefox on Linux”. */
  public static String of(Context context) {
    @Nullable String agent = context.header("User-Agent");
    if (agent == null) {
      return Messages.text("account.device_program");
    }
    String browser = find(BROWSERS, agent, Messages.text("account.device_program"));
    String system = find(SYSTEMS, agent, "");
    return system.isEmpty() ? browser : Messages.text("account.device", browser, system);
  }

  private static String find(Map<String, String> names, String agent, String otherwise) {
    return names.entrySet().stream()
        .filter(name -> agent.contains(name.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(otherwise);
  }
}
