internal import ArgumentParser
internal import Datasets
internal import Pages

struct DataCommand: WorldCommand {
  static let configuration = CommandConfiguration(
    commandName: "data",
    abstract: "Show where the data set is and whether it is complete.")

  @OptionGroup var look: OutputOptions
  @OptionGroup var data: DataOptions

  @Flag(help: "Show the first 18 training images with their labels.")
  var images = false

  func run(in world: World) throws -> ExitStatus {
    let home = try Home(in: world)
    do throws(DataFileError) {
      let folder = try FashionMNIST.folder(among: home.dataCandidates(data))
      let train = try FashionMNIST(.train, in: folder)
      if images {
        world.show(imageGridPage(first(18, of: train), on: world.screen))
        return .done
      }
      let test = try FashionMNIST(.test, in: folder)
      world.show(
        paragraph(
          "Fashion-MNIST in \(home.relative(folder)): \(train.count) training "
            + "and \(test.count) test images, complete.", on: world.screen))
      if folder == home.sampleFolder { world.write(howToGetAll) }
      return .done
    } catch {
      world.writeError("course: \(error)\n\(howToGetAll)")
      return .environment
    }
  }

  private func first(_ count: Int, of data: FashionMNIST) -> [LabelledImage] {
    let size = data.rows * data.columns
    return (0..<min(count, data.count)).compactMap { index in
      let pixels = data.images[index * size..<(index + 1) * size]
      return GrayImage(
        pixels: Array(pixels), rows: data.rows, columns: data.columns
      ).map {
        LabelledImage($0, FashionMNIST.classNames[Int(data.labels[index])])
      }
    }
  }

  private var howToGetAll: String {
    """
    The full set has 60,000 training and 10,000 test images. To get it:
      Debian, Ubuntu: apt-get install dataset-fashion-mnist
      elsewhere: put the four files train-images-idx3-ubyte.gz,
      train-labels-idx1-ubyte.gz, t10k-images-idx3-ubyte.gz and
      t10k-labels-idx1-ubyte.gz of github.com/zalandoresearch/fashion-mnist
      in ~/.cache/course/fashion-mnist, or set COURSE_DATA to their folder.

    """
  }
}
