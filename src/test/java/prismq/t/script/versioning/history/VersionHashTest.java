package prismq.t.script.versioning.history;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import prismq.t.script.versioning.core.commitment.BrokenSaltsException;
import prismq.t.script.versioning.core.commitment.CommitmentSalts;
import prismq.t.script.versioning.core.commitment.FieldDigest;
import prismq.t.script.versioning.core.text.ContentHash;

class VersionHashTest {
  private static final byte[] SEED = HexFormat.of().parseHex("000102030405060708090a0b0c0d0e");
  private static final ContentHash PARENT = ContentHash.of(new byte[] {1});

  private static VersionBuilder version() {
    return Version.builder("intro", 2)
        .parents(1, null)
        .contentHash(ContentHash.of("text".getBytes(UTF_8)))
        .saved(
            new Author("Ann", "ann@example.org"), "Why", Instant.ofEpochMilli(1_700_000_000_123L))
        .size(4, 1, 1)
        .changedWords(1, 0)
        .metadata(Metadata.of(Map.of("notes", "for Bob")).with("picked_from", 1));
  }

  private static RecordedVersion recorded(byte @Nullable [] salts) {
    return new RecordedVersion(version().build(), new byte[] {7, 8}, salts);
  }

  private static ContentHash hash(RecordedVersion recorded) {
    return VersionHash.of(recorded, PARENT, null);
  }

  @Test
  void aVersionOfAnEarlierReleaseHasTheHashThatItsReportsWerePrintedWith() {
    assertThat(hash(recorded(null)).hex())
        .isEqualTo("c0a90a301ccf983e32398b55868dea06eb95aecaa8f9359c2ac88551095bf205");
  }

  @Test
  void aVersionOfFormatTwoHasTheHashThatTheHelpDescribes() throws Exception {
    assertThat(hash(recorded(SEED)).hex())
        .isEqualTo("2e7cee83444de004e235e2b4d0b14263af4f4e8a40a4c390bab67e338640f06d");
    byte[] expected =
        sha256(
            text("script-versioning version 2"),
            text("intro"),
            text("2"),
            text("1"),
            text("1"),
            PARENT.bytes(),
            null,
            null,
            null,
            sha256Of(text("text")),
            text("1"),
            text("1"),
            text("0"),
            text("1700000000123"),
            null,
            text("1"),
            null,
            commitment("author", text("Ann")),
            commitment("email", text("ann@example.org")),
            commitment("change_description", text("Why")),
            commitment("metadata", text("{\"notes\":\"for Bob\",\"picked_from\":1}")),
            commitment("source_key", new byte[] {7, 8}));
    assertThat(hash(recorded(SEED)).bytes()).isEqualTo(expected);
  }

  private static byte[] text(String text) {
    return text.getBytes(UTF_8);
  }

  private static byte[] commitment(String field, byte[] value) throws Exception {
    byte[] salt = Arrays.copyOf(sha256(SEED, text(field)), 16);
    return sha256(salt, text(field), value);
  }

  private static byte[] sha256Of(byte[] bytes) throws Exception {
    return MessageDigest.getInstance("SHA-256").digest(bytes);
  }

  private static byte[] sha256(byte[] @Nullable ... fields) throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    for (byte @Nullable [] field : fields) {
      digest.update(ByteBuffer.allocate(4).putInt(0, field == null ? -1 : field.length));
      if (field != null) {
        digest.update(field);
      }
    }
    return digest.digest();
  }

  @Test
  void theTwoFormatsNeverGiveTheSameHash() {
    assertThat(hash(recorded(null))).isNotEqualTo(hash(recorded(SEED)));
  }

  @Test
  void equalVersionsHaveOtherHashesEachTime() {
    assertThat(hash(recorded(CommitmentSalts.newSeed())))
        .isNotEqualTo(hash(recorded(CommitmentSalts.newSeed())));
  }

  @ParameterizedTest
  @EnumSource
  void anErasedFieldLeavesTheHashAsItWas(CommittedField field) {
    RecordedVersion before = recorded(SEED);
    RecordedVersion after = ErasedFields.of(before, List.of(field));
    assertThat(field.isEmpty(after)).isTrue();
    assertThat(hash(after)).isEqualTo(hash(before));
    assertThat(VersionHash.notErased(after)).isEmpty();
  }

  @Test
  void allFieldsCanBeErasedOneAfterTheOther() {
    RecordedVersion before = recorded(SEED);
    RecordedVersion after = ErasedFields.of(before, List.of(CommittedField.values()));
    assertThat(hash(after)).isEqualTo(hash(before));
    assertThat(after.version().author().name()).isEmpty();
    assertThat(after.version().metadata().json()).isEqualTo("{\"picked_from\":1}");
    assertThat(after.version().metadata().version("picked_from")).isEqualTo(1);
  }

  /** Of the seed, and of the erased salt, nothing must be left. */
  @ParameterizedTest
  @EnumSource
  void whatRemainsDoesNotTellWhetherAGuessIsRight(CommittedField field) {
    RecordedVersion before = recorded(SEED);
    byte[] erasedSalt = CommitmentSalts.stored(CommittedField.KEYS, SEED).salt(field.key());
    byte[] kept = Objects.requireNonNull(ErasedFields.of(before, List.of(field)).salts());
    assertThat(HexFormat.of().formatHex(kept))
        .doesNotContain(HexFormat.of().formatHex(SEED))
        .doesNotContain(HexFormat.of().formatHex(erasedSalt));
    CommitmentSalts salts = CommitmentSalts.stored(CommittedField.KEYS, kept);
    assertThatThrownBy(() -> salts.salt(field.key())).isInstanceOf(IllegalStateException.class);
    // Whoever guesses right gets the same as whoever guesses wrong.
    assertThat(salts.commitment(field.key(), field.value(before)))
        .isEqualTo(salts.commitment(field.key(), text("Eve")));
    // The other salts stay what they were, and the right value with any of them is not it.
    CommitmentSalts seeded = CommitmentSalts.stored(CommittedField.KEYS, SEED);
    for (CommittedField other : CommittedField.values()) {
      if (other != field) {
        byte[] salt = salts.salt(other.key());
        assertThat(salt).isEqualTo(seeded.salt(other.key())).isNotEqualTo(erasedSalt);
        assertThat(new FieldDigest().add(salt).add(field.key()).add(field.value(before)).hash())
            .isNotEqualTo(salts.commitment(field.key(), null));
      }
    }
  }

  @Test
  void anErasedFieldThatSaysSomethingAgainIsNamed() {
    RecordedVersion erased = ErasedFields.of(recorded(SEED), List.of(CommittedField.AUTHOR));
    Version forged = version().versionHash(hash(erased)).build();
    RecordedVersion again = new RecordedVersion(forged, erased.sourceKey(), erased.salts());
    assertThat(hash(again)).isEqualTo(hash(erased));
    assertThat(VersionHashCheck.problems(again, PARENT, null))
        .containsExactly("its author was erased, but there is one again");
  }

  @Test
  void erasedMetadataMayKeepOnlyWhatTextsAndMergesAreReadBy() {
    RecordedVersion erased = ErasedFields.of(recorded(SEED), List.of(CommittedField.METADATA));
    Version other =
        version()
            .saved(new Author("Ann", "ann@example.org"), "Why", version().build().createdAt())
            .metadata(Metadata.of(Map.of("picked_from", 3)))
            .build();
    RecordedVersion changed = new RecordedVersion(other, erased.sourceKey(), erased.salts());
    assertThat(hash(changed)).isNotEqualTo(hash(erased));
  }

  @Test
  void numbersGivenAsOtherTypesGiveTheHashOfWhatIsKept() {
    for (Object number : List.of(3, 3L, (short) 3, new BigDecimal("3"))) {
      Metadata given = Metadata.of(Map.of("picked_from", number));
      Metadata kept = Metadata.stored(given.json());
      Version saved = version().metadata(given).build();
      Version read = version().metadata(kept).build();
      assertThat(hash(new RecordedVersion(saved, null, SEED)))
          .isEqualTo(hash(new RecordedVersion(read, null, SEED)));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 14, 16, 80, 81, 82, 96, 97, 98, 113, 161, 200})
  void saltsOfAnyOtherFormAreRefused(int length) {
    byte[] salts = new byte[length];
    assertThatThrownBy(() -> hash(recorded(salts))).isInstanceOf(BrokenSaltsException.class);
    assertThat(VersionHashCheck.problems(recorded(salts), PARENT, null))
        .containsExactly("the salts of its version hash are damaged");
  }
}
