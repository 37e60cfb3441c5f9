package prismq.t.script.versioning.browser;

import com.microsoft.playwright.Page;
import java.util.List;

/** The words of a page that its reader sees or hears, and whether they have the room they need. */
final class Words {
  /**
   * Every text and every attribute that is read out or shown, also of what is folded or closed,
   * with the words that styles add; each with the element it stands in.
   */
  private static final String ALL =
      """
      (except) => {
        const spoken = ['aria-label', 'aria-description', 'aria-valuetext', 'aria-roledescription',
          'title', 'placeholder', 'alt', 'label', 'summary'];
        const unread = 'script, style, template, noscript, kbd, code, samp, .hash, .d2h-file-header';
        const name = (element) => element.localName + (element.id ? '#' + element.id : '')
            + [...element.classList].map((word) => '.' + word).join('');
        const said = [];
        const say = (element, text) => {
          if (text.trim()) said.push(name(element) + ': ' + text.trim().replace(/\\s+/g, ' '));
        };
        const all = [...document.querySelectorAll('*')].flatMap((element) =>
            [element, ...(element.shadowRoot?.querySelectorAll('*') ?? [])]);
        for (const element of all) {
          if (element.closest(unread + ', ' + except)) continue;
          for (const node of element.childNodes) {
            if (node.nodeType === Node.TEXT_NODE) say(element, node.data);
          }
        }
        for (const element of all) {
          if (element.closest(except)) continue;
          for (const attribute of spoken) {
            if (element.hasAttribute(attribute)) say(element, element.getAttribute(attribute));
          }
          if (element.matches('input[type=submit], input[type=button]')) say(element, element.value);
          for (const place of ['::before', '::after']) {
            const content = getComputedStyle(element, place).content;
            for (const text of content.matchAll(/"([^"]*)"/g)) say(element, text[1]);
          }
        }
        return said;
      }
      """;

  /**
   * Words of the page's own, which are told by their accents, that are cut at an edge or stand out
   * of their button; data may be.
   */
  private static final String CUT =
      """
      (accented) => {
        const own = new RegExp('[' + accented + ']');
        const clips = (value) => value === 'hidden' || value === 'clip';
        const scrolls = (value) => value === 'auto' || value === 'scroll';
        const cut = [];
        const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        const range = document.createRange();
        while (texts.nextNode()) {
          const text = texts.currentNode;
          if (!own.test(text.data) || /[\\u0400-\\u04ff]/.test(text.data)
              || text.parentElement.closest('.skip, svg, option, textarea')) continue;
          range.selectNodeContents(text);
          const boxes = [...range.getClientRects()].filter((box) => box.width > 0);
          if (boxes.length === 0) continue;
          const left = Math.min(...boxes.map((box) => box.left));
          const right = Math.max(...boxes.map((box) => box.right));
          const bottom = Math.max(...boxes.map((box) => box.bottom));
          for (let around = text.parentElement, scrolled = false;
              around && !scrolled; around = around.parentElement) {
            const style = getComputedStyle(around);
            if (style.display === 'contents') continue;
            const edge = around.getBoundingClientRect();
            if (style.clipPath !== 'none') break;
            const isButton = around.matches('button, .button, summary');
            scrolled = scrolls(style.overflowX) || scrolls(style.overflowY);
            if ((isButton || clips(style.overflowX))
                && (left < edge.left - 1 || right > edge.right + 1)
                || clips(style.overflowY) && bottom > edge.bottom + 4) {
              const by = [edge.left - left, right - edge.right, bottom - edge.bottom].map(Math.round);
              cut.push(around.localName + '.' + around.className + ' cuts ' + text.data.trim()
                  + ' by ' + by + ' pixels (left, right, bottom)');
              break;
            }
          }
        }
        return cut;
      }
      """;

  /** The elements that stand out of the page, innermost ones only. */
  private static final String BEYOND =
      """
      () => {
        const width = document.documentElement.clientWidth;
        if (document.documentElement.scrollWidth <= width) return [];
        return ['This page is ' + document.documentElement.scrollWidth + ' pixels wide.',
          ...[...document.querySelectorAll('body *')]
            .filter((element) => element.getBoundingClientRect().right > width + 0.5)
            .filter((element, at, all) =>
                !all.some((other) => element !== other && element.contains(other)))
            .map((element) => element.outerHTML.slice(0, 150))];
      }
      """;

  /** The words of the page that stand at the edge of the window, but for what scrolls there. */
  private static final String AT_EDGE =
      """
      () => {
        const scrolls = (element) => /auto|scroll|hidden/.test(getComputedStyle(element).overflowX);
        const within = (element) =>
          element.matches('main') ? false : scrolls(element) || within(element.parentElement);
        const texts = document.createTreeWalker(
            document.querySelector('main'), NodeFilter.SHOW_TEXT);
        const range = document.createRange();
        const found = [];
        while (texts.nextNode()) {
          const text = texts.currentNode;
          if (!text.data.trim() || text.parentElement.closest('.hidden, svg, option, textarea')
              || within(text.parentElement)) continue;
          range.selectNodeContents(text);
          if ([...range.getClientRects()].some((box) => box.width > 0
              && (box.left < 6 || box.right > document.documentElement.clientWidth - 6))) {
            found.push(text.data.trim());
          }
        }
        return found;
      }
      """;

  private Words() {}

  /** Those that stand at the edge of the window, but for what scrolls there. */
  static List<String> atTheEdge(Page page) {
    return texts(page.evaluate(AT_EDGE));
  }

  /**
   * All of them, each after the element it stands in.
   *
   * @param except a selector of parts whose words are left out
   */
  static List<String> of(Page page, String except) {
    return texts(page.evaluate(ALL, except));
  }

  /**
   * Those that are cut off.
   *
   * @param letters that the page's own words have, and data has not
   */
  static List<String> cut(Page page, String letters) {
    return texts(page.evaluate(CUT, letters));
  }

  /** Elements that make the page wider than its window. */
  static List<String> beyond(Page page) {
    return texts(page.evaluate(BEYOND));
  }

  private static List<String> texts(Object all) {
    return ((List<?>) all).stream().map(String::valueOf).toList();
  }
}
