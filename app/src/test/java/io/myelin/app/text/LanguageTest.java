package io.myelin.app.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LanguageTest {
    private static final Locale SWISS = Locale.of("de", "CH");

    @Test
    void theLanguageOfTheDesktopHoldsWhereNoneIsChosen() {
        assertEquals(SWISS, Language.SYSTEM.locale(SWISS));
        assertEquals(Locale.FRANCE, Language.SYSTEM.locale(Locale.FRANCE));
    }

    @Test
    void aLanguageChosenHoldsWhateverTheDesktopHas() {
        assertEquals(Locale.GERMAN, Language.GERMAN.locale(Locale.UK));
        assertEquals(Locale.ENGLISH, Language.ENGLISH.locale(SWISS));
    }

    @Test
    void aCountryWritesItsLanguageItsOwnWay() {
        assertEquals(SWISS, Language.GERMAN.locale(SWISS));
        assertEquals(Locale.UK, Language.ENGLISH.locale(Locale.UK));
    }

    @Test
    void everyLanguageIsCalledAsItsSpeakersCallItAndFoundAgainByItsName() {
        assertEquals("Deutsch", Language.GERMAN.title());
        assertEquals("English", Language.ENGLISH.title());
        for (Language language : Language.values()) {
            assertEquals(Optional.of(language), Language.named(language.id()));
        }
        assertEquals(Optional.empty(), Language.named("klingon"));
    }
}
