package dev.rewarddesk.cli;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The section of {@code config.json} that a class's options are in: {@code --max-pages} as {@code max_pages}, where there is such a setting. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface Section {

    String value();
}
