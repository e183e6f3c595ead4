package dev.rewarddesk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class TerminalTest {

    @Test
    void textFromOutsideDoesNotSteerTheTerminal() {
        assertThat(Terminal.plain("v1\u001b[2J\r\n\u202etxt")).isEqualTo("v1\uFFFD[2J\uFFFD\uFFFD\uFFFDtxt");
        assertThat(Terminal.plain("日本語 עברית")).isEqualTo("日本語 עברית");
    }

    @Test
    void rowsStandInColumns() {
        assertThat(Terminal.table(List.of(List.of("A", "LONG"), List.of("value", "x"))))
                .isEqualTo("A      LONG\nvalue  x\n");
    }

    @Test
    void onlyLinuxMayBeWithoutADisplay() {
        assertThat(Display.isThere("Linux", Map.of())).isFalse();
        assertThat(Display.isThere("Linux", Map.of("DISPLAY", ""))).isFalse();
        assertThat(Display.isThere("Linux", Map.of("DISPLAY", ":0"))).isTrue();
        assertThat(Display.isThere("Linux", Map.of("WAYLAND_DISPLAY", "wayland-0")))
                .isTrue();
        assertThat(Display.isThere("Mac OS X", Map.of())).isTrue();
        assertThat(Display.isThere("Windows 11", Map.of())).isTrue();
    }
}
